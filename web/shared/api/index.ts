// Every question the desk asks, by name.
import { get, post, remove, upload } from './client';
import type * as t from './types';

export * from './client';
export type * from './types';

export interface FileFilter { status?: string; enterprise?: string; cursor?: string; size?: number }

export const api = {
  session: () => get<t.SessionView>('/api/session', {}, true),
  login: (name: string, password: string) => post<t.SessionView>('/api/session', { name, password }, true),
  logout: () => remove<unknown>('/api/session'),

  enterprises: (query: { text?: string; division?: string; cursor?: string; size?: number }) =>
    get<t.EnterprisePage>('/api/enterprises', query),
  enterprise: (id: string) => get<t.DossierView>(`/api/enterprises/${id}`),
  imports: () => get<{ rows: t.ImportJob[] }>('/api/ledger/imports'),
  import: (id: string) => get<t.ImportJob>(`/api/ledger/imports/${id}`),
  startImport: (file: File, progress: (share: number) => void) =>
    upload<t.ImportJob>('/api/ledger/imports', file, 'text/csv', { name: file.name }, progress),
  importReport: (id: string) => `/api/ledger/imports/${id}/report`,

  inspections: (query: FileFilter) => get<t.Page<t.InspectionRow>>('/api/inspections', { ...query }),
  inspection: (id: string) => get<t.InspectionView>(`/api/inspections/${id}`),
  cases: (query: FileFilter) => get<t.Page<t.CaseRow>>('/api/cases', { ...query }),
  casefile: (id: string) => get<t.CaseView>(`/api/cases/${id}`),
  next: (stream: string, focus?: string) => get<t.NextView>('/api/next', { stream, focus }),
  command: (name: string, request: t.CommandRequest) => post<t.CommandReply>(`/api/command/${name}`, request),

  tasks: (query: { below?: boolean; cursor?: string; size?: number }) => get<t.Page<t.TaskRow>>('/api/tasks', query),
  overview: () => get<t.OverviewView>('/api/overview'),
  journal: (stream: string) => get<{ rows: t.HistoryRow[] }>('/api/journal', { stream }),
  officers: (body?: string) => get<{ rows: t.OfficerRow[] }>('/api/officers', { body }),
  bodies: () => get<{ rows: t.BodyRow[] }>('/api/bodies'),
  violations: (text: string) => get<{ rows: t.ViolationRow[] }>('/api/violations', { text }),
  divisions: () => get<{ rows: t.DivisionRow[] }>('/api/divisions'),
  figures: (keys: string[]) => get<{ rows: t.FigureRow[] }>('/api/figures', { keys: keys.join(',') }),
};
