// What was copied out of a table: rows and cells. A single line without tabs is no table.

/** Rows of cells, blank rows left out; null when the text is no table. */
export function tableOf(text: string): string[][] | null {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

/** Names in a text, whatever stands between them. */
export const namesIn = (text: string): string[] => [...new Set(text.split(/[\s、，,;；]+/).filter(Boolean))];

export interface PastedParty {
  kind: 'unit' | 'person';
  name: string;
  number: string; // credit code or identity number
}

const kIdentity = /^[1-6]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx]$/;
const kLongestName = 5;

/** A row that begins with a name, a code after it: of a person when the code or the name is a person's. */
export function partyOfRow(cells: string[]): PastedParty | null {
  const [name = '', number = ''] = cells;
  if (!name) return null;
  const person = kIdentity.test(number) || (number === '' && name.length <= kLongestName);
  return { kind: person ? 'person' : 'unit', name, number: number.toUpperCase() };
}
