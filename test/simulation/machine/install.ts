import { installChance } from './chance.ts';
import { installSignatures } from './signatures.ts';
import { installTime } from './time.ts';

// Imported before all else: libraries keep what they find when they are loaded.
installChance();
installSignatures();
installTime();
