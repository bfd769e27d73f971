// Every question the desk asks, by name.
import { client, reached, take, upload } from './client';
import type { paths } from './schema.gen';
import type {
  CommandReply,
  CommandRequest,
  DiscretionRequest,
  DocumentList,
  ExportRequest,
  ImportJob,
  ImportLayout,
  ListContent,
  RowResult,
  WhatIfRequest,
} from './types';

export { Problem, setCsrfToken, whenSignedOut } from './client';
export type * from './types';

type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;
type CommandPath = Extract<keyof paths, `/api/command/${string}`>;

/** Without what is blank: an empty filter is no filter. */
function filled<T extends object>(query: T): T {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as T;
}
const withId = (id: string) => ({ params: { path: { id } } });

export const api = {
  session: () => take(client.GET('/api/session'), true),
  login: (name: string, password: string) => take(client.POST('/api/session', { body: { name, password } }), true),
  logout: () => take(client.DELETE('/api/session'), true),

  enterprises: (query: QueryOf<'/api/enterprises'>) =>
    take(client.GET('/api/enterprises', { params: { query: filled(query) } })),
  enterprise: (id: string) => take(client.GET('/api/enterprises/{id}', withId(id))),
  imports: () => take(client.GET('/api/ledger/imports')),
  importJob: (id: string) => take(client.GET('/api/ledger/imports/{id}', withId(id))),
  /** Sends a file that then waits for its columns to be chosen. */
  holdImport: (file: File, progress: (percent: number) => void) =>
    upload<ImportJob>(
      `/api/ledger/imports?hold=true&name=${encodeURIComponent(file.name)}`,
      file,
      'application/octet-stream',
      progress,
    ),
  importPreview: (id: string, sheet?: string, row?: number) =>
    take(
      client.GET('/api/ledger/imports/{id}/preview', {
        params: { path: { id }, query: filled({ sheet, header_row: row }) },
      }),
    ),
  checkImport: (id: string, layout: ImportLayout) =>
    take(client.POST('/api/ledger/imports/{id}/check', { ...withId(id), body: layout })),
  beginImport: (id: string, layout: ImportLayout) =>
    take(client.POST('/api/ledger/imports/{id}/start', { ...withId(id), body: layout })),
  resumeImport: (id: string) => take(client.POST('/api/ledger/imports/{id}/resume', withId(id))),
  discardImport: (id: string) => take(client.DELETE('/api/ledger/imports/{id}', withId(id))),
  importRows: (id: string, after: number, result?: RowResult) =>
    take(client.GET('/api/ledger/imports/{id}/rows', { params: { path: { id }, query: filled({ after, result }) } })),
  startExport: (request: ExportRequest) => take(client.POST('/api/ledger/exports', { body: request })),
  exportJob: (id: string) => take(client.GET('/api/ledger/exports/{id}', withId(id))),
  exportFile: (id: string) => `/api/ledger/exports/${id}/file`,
  stopExport: (id: string) => take(client.DELETE('/api/ledger/exports/{id}', withId(id))),
  importReport: (id: string) => `/api/ledger/imports/${id}/report`,

  benchmarks: () => take(client.GET('/api/benchmarks')),
  benchmarkFines: () => take(client.GET('/api/benchmark-fines')),
  benchmark: (id: string) => take(client.GET('/api/benchmarks/{id}', withId(id))),
  checkBenchmark: (id: string, dmn: string) =>
    take(client.POST('/api/benchmarks/{id}/check', { ...withId(id), body: { dmn } })),

  regulations: () => take(client.GET('/api/regulations')),
  regulation: (id: string) => take(client.GET('/api/regulations/{id}', withId(id))),
  checkRegulation: (id: string, content: ListContent) =>
    take(client.POST('/api/regulations/{id}/check', { ...withId(id), body: { content } })),

  /** One piece of a trial; `after` of its answer asks for the next. */
  whatIf: (id: string, body: WhatIfRequest) =>
    take(client.POST('/api/benchmarks/{id}/what-if', { ...withId(id), body })),

  inspections: (query: QueryOf<'/api/inspections'>) =>
    take(client.GET('/api/inspections', { params: { query: filled(query) } })),
  inspection: (id: string) => take(client.GET('/api/inspections/{id}', withId(id))),
  cases: (query: QueryOf<'/api/cases'>) => take(client.GET('/api/cases', { params: { query: filled(query) } })),
  casefile: (id: string) => take(client.GET('/api/cases/{id}', withId(id))),
  discretion: (id: string, body: DiscretionRequest) =>
    take(client.POST('/api/cases/{id}/discretion', { ...withId(id), body })),
  /** Documents of the file that a stream is: "inspection/…" or "case/…". */
  documents: (stream: string): Promise<DocumentList> => {
    const id = stream.split('/')[1]!;
    return stream.startsWith('case/')
      ? take(client.GET('/api/cases/{id}/documents', withId(id)))
      : take(client.GET('/api/inspections/{id}/documents', withId(id)));
  },
  enterpriseDocuments: (id: string) => take(client.GET('/api/enterprises/{id}/documents', withId(id))),
  documentAddress: (stream: string, kind: string, subject: string) => {
    const [file, id] = stream.split('/');
    return `/api/${file}s/${id}/documents/${kind}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`;
  },
  documentMade: (stream: string, kind: string, subject: string) => reached(api.documentAddress(stream, kind, subject)),
  next: (stream: string, focus?: string) =>
    take(client.GET('/api/next', { params: { query: filled({ stream, focus }) } })),
  // The forms make the payload of the command they are named after; test/forms.test.mjs holds the two together.
  command: (name: string, body: CommandRequest) =>
    take(
      client.POST(`/api/command/${name}` as CommandPath, { body: body as never }) as Promise<{
        data?: CommandReply;
        response: Response;
      }>,
    ),

  tasks: (query: QueryOf<'/api/tasks'>) => take(client.GET('/api/tasks', { params: { query: filled(query) } })),
  overview: () => take(client.GET('/api/overview')),
  workbench: (query: QueryOf<'/api/workbench'> = {}) =>
    take(client.GET('/api/workbench', { params: { query: filled(query) } })),
  load: () => take(client.GET('/api/load')),
  places: (division: string) => take(client.GET('/api/overview/places', { params: { query: filled({ division }) } })),
  pulse: (since?: number, remarks?: string) =>
    take(client.GET('/api/pulse', { params: { query: filled({ since, remarks }) } })),
  states: (streams: string[]) => take(client.GET('/api/states', { params: { query: { streams: streams.join(',') } } })),
  system: () => take(client.GET('/api/system')),
  jobs: () => take(client.GET('/api/system/jobs')),
  accounts: (body: string) => take(client.GET('/api/accounts', { params: { query: filled({ body }) } })),
  createAccount: (name: string, officer: string) => take(client.POST('/api/accounts', { body: { name, officer } })),
  resetAccount: (name: string) => take(client.POST('/api/accounts/password', { body: { name } })),
  enableAccount: (name: string) => take(client.POST('/api/accounts/enable', { body: { name } })),
  disableAccount: (name: string) => take(client.POST('/api/accounts/disable', { body: { name } })),
  changePassword: (old_password: string, new_password: string) =>
    take(client.POST('/api/password', { body: { old_password, new_password } })),
  kept: (name: string) => take(client.GET('/api/kept/{name}', { params: { path: { name } } })),
  keep: (name: string, value: string) =>
    take(client.PUT('/api/kept/{name}', { params: { path: { name } }, body: { value } })),
  remarks: (stream: string) => take(client.GET('/api/remarks', { params: { query: { stream } } })),
  remark: (stream: string, text: string) => take(client.POST('/api/remarks', { body: { stream, text } })),
  journalKeys: () => take(client.GET('/api/journal/keys')),
  inclusion: (stream: string, version: number) =>
    take(client.GET('/api/journal/inclusion', { params: { query: { stream, version } } })),
  journal: (stream: string) => take(client.GET('/api/journal', { params: { query: { stream } } })),
  officers: (body?: string) => take(client.GET('/api/officers', { params: { query: filled({ body }) } })),
  bodies: () => take(client.GET('/api/bodies')),
  checklists: (industry?: string) => take(client.GET('/api/checklists', { params: { query: filled({ industry }) } })),
  violations: (text: string) => take(client.GET('/api/violations', { params: { query: filled({ text }) } })),
  article: (instrument: string, article: number) =>
    take(client.GET('/api/law/article', { params: { query: { instrument, article } } })),
  match: (text: string, top: number) => take(client.GET('/api/law/match', { params: { query: { text, top } } })),
  divisions: () => take(client.GET('/api/divisions')),
  figures: (keys: string[]) => take(client.GET('/api/figures', { params: { query: { keys: keys.join(',') } } })),

  blobReceived: (hash: string) => take(client.GET('/api/blobs/{hash}/received', { params: { path: { hash } } })),
  /** `digest` is the base64 of the piece's SHA-256 (RFC 9530). */
  blobPiece: (hash: string, offset: number, piece: Blob, digest: string) =>
    take(
      client.PUT('/api/blobs/{hash}', {
        params: { path: { hash }, query: { offset } },
        body: piece as never,
        bodySerializer: (body) => body as unknown as Blob,
        headers: { 'content-type': 'application/octet-stream', 'content-digest': `sha-256=:${digest}:` },
      }),
    ),
  blobFinish: (hash: string, mediaType: string) =>
    take(client.POST('/api/blobs/{hash}/finish', { params: { path: { hash } }, body: { media_type: mediaType } })),
};
