/** The newest version served; its path stands in every url of an answer. */
export const API_VERSION = '66.0';
export const API_ROOT = `/services/data/v${API_VERSION}`;

const seasons = ["Spring '", "Summer '", "Winter '"];

/** The versions listed by `/services/data`, oldest first; those before 31.0 are retired (410). */
export const versions = Array.from({ length: 36 }, (_none, index) => {
  const number = 31 + index;
  const season = seasons[number % 3]!;
  const year = Math.floor((number - 31 + 2) / 3) + 14;
  return { label: `${season}${String(year)}`, url: `/services/data/v${number}.0`, version: `${number}.0` };
});
