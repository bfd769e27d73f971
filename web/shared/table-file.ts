// Rows as a file: CSV with a BOM, as Excel expects it, or XLSX. Rows come page after page, so that a list of any length
// can be written; XLSX is compressed as it grows and begins a new sheet where a sheet is full.
export interface TableWriter {
  add: (rows: string[][]) => Promise<void>;
  finish: () => Promise<Blob>;
}

const kSheetRows = 1_000_000;

export function csvWriter(head: string[]): TableWriter {
  const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  // A cell that begins like a formula is text in a list of names.
  const safe = (cell: string) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
  const line = (cells: string[]) => `${cells.map((cell) => quote(safe(cell))).join(',')}\r\n`;
  const pieces: string[] = ['\uFEFF', line(head)];
  return {
    add: async (rows) => void pieces.push(rows.map(line).join('')),
    finish: async () => new Blob(pieces, { type: 'text/csv;charset=utf-8' }),
  };
}

const xml = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
const kHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

let crcTable: Uint32Array | null = null;
function crcOf(bytes: Uint8Array, before: number): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, at) => {
    let value = at;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });
  let crc = ~before;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** One file inside the archive, compressed as it is written. */
class ZipPart {
  private readonly stream = new CompressionStream('deflate-raw');
  private readonly writer = this.stream.writable.getWriter();
  private readonly packed = new Response(this.stream.readable).blob();
  private crc = 0;
  private size = 0;

  constructor(readonly name: string) {}
  async write(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    this.crc = crcOf(bytes, this.crc);
    this.size += bytes.length;
    await this.writer.write(bytes);
  }
  async close(): Promise<{ name: string; crc: number; size: number; packed: Blob }> {
    await this.writer.close();
    return { name: this.name, crc: this.crc, size: this.size, packed: await this.packed };
  }
}
type Closed = Awaited<ReturnType<ZipPart['close']>>;

/** The local header of a part, or its entry in the central directory when `offset` is given. APPNOTE 4.3.7, 4.3.12. */
function header(part: Closed, offset?: number): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(part.name);
  const central = offset !== undefined;
  const view = new DataView(new ArrayBuffer((central ? 46 : 30) + name.length));
  let at = 0;
  const put16 = (value: number) => (view.setUint16(at, value, true), (at += 2));
  const put32 = (value: number) => (view.setUint32(at, value, true), (at += 4));
  put32(central ? 0x02014b50 : 0x04034b50);
  if (central) put16(20);
  put16(20);
  put16(0x0800); // names are UTF-8
  put16(8);
  put16(0);
  put16(0x21); // 1980-01-01: the same rows give the same file
  put32(part.crc);
  put32(part.packed.size);
  put32(part.size);
  put16(name.length);
  put16(0);
  if (central) {
    put16(0);
    put16(0);
    put16(0);
    put32(0);
    put32(offset);
  }
  const out = new Uint8Array(view.buffer);
  out.set(name, at);
  return out;
}

function archive(parts: Closed[]): Blob {
  const pieces: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let length = 0;
  for (const part of parts) {
    const local = header(part);
    const entry = header(part, offset);
    pieces.push(local, part.packed);
    directory.push(entry);
    offset += local.length + part.packed.size;
    length += entry.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, offset, true);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Blob([...pieces, ...directory, end.buffer as ArrayBuffer], { type });
}

const kMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function small(name: string, text: string): Promise<Closed> {
  const part = new ZipPart(name);
  await part.write(kHead + text);
  return part.close();
}

/** The parts of a workbook besides its sheets. */
async function frame(sheets: number): Promise<Closed[]> {
  const each = (make: (number: number) => string) => Array.from({ length: sheets }, (_, at) => make(at + 1)).join('');
  const kPackage = 'http://schemas.openxmlformats.org/package/2006';
  const kFormat = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    await small(
      '[Content_Types].xml',
      `<Types xmlns="${kPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kFormat}.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kFormat}.worksheet+xml"/>`)}</Types>`,
    ),
    await small(
      '_rels/.rels',
      `<Relationships xmlns="${kPackage}/relationships"><Relationship Id="r1" Type="${kRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    await small(
      'xl/workbook.xml',
      `<workbook xmlns="${kMain}" xmlns:r="${kRelations}"><sheets>${each((number) => `<sheet name="${number}" sheetId="${number}" r:id="s${number}"/>`)}</sheets></workbook>`,
    ),
    await small(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${kPackage}/relationships">${each((number) => `<Relationship Id="s${number}" Type="${kRelations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ),
  ];
}

/** Every cell is text: a credit code must not become a number. */
export function xlsxWriter(head: string[]): TableWriter {
  const closed: Closed[] = [];
  let sheet: ZipPart | null = null;
  let rows = 0;
  const row = (cells: string[]) =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`).join('')}</row>`;
  const close = async () => {
    if (!sheet) return;
    await sheet.write('</sheetData></worksheet>');
    closed.push(await sheet.close());
    sheet = null;
  };
  const open = async (): Promise<ZipPart> => {
    const next = new ZipPart(`xl/worksheets/sheet${closed.length + 1}.xml`);
    await next.write(`${kHead}<worksheet xmlns="${kMain}"><sheetData>${row(head)}`);
    rows = 0;
    return next;
  };
  return {
    add: async (more) => {
      if (sheet && rows + more.length > kSheetRows) await close();
      sheet ??= await open();
      rows += more.length;
      await sheet.write(more.map(row).join(''));
    },
    finish: async () => {
      sheet ??= await open();
      await close();
      return archive([...(await frame(closed.length)), ...closed]);
    },
  };
}

export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
