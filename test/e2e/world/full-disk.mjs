// Loaded into a process of the bridge before all else. While the file FULL_DISK_FLAG exists, no file in FULL_DISK_FOLDER grows, as on
// a full disk; while that file says `entirely`, none is written at all.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FULL_DISK_FLAG: flag = '', FULL_DISK_FOLDER: folder = '' } = process.env;
const { openSync, closeSync, writeSync } = fs;
const inFolder = new Set();

fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest);
  if (String(path).startsWith(folder)) inFolder.add(file);
  return file;
};

fs.closeSync = (file) => {
  inFolder.delete(file);
  closeSync(file);
};

fs.writeSync = (file, data, offset, length, position) => {
  if (inFolder.has(file) && fs.existsSync(flag)) {
    const grows = (position ?? 0) + (length ?? data.byteLength) > fs.fstatSync(file).size;
    if (grows || fs.readFileSync(flag, 'utf8') === 'entirely')
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
  return writeSync(file, data, offset, length, position);
};

syncBuiltinESMExports();
