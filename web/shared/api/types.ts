// Short names for the shapes that the server describes (schema.gen.ts, made by `npm run api`).
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Citation = Schemas['core.law.Citation'];
export type Refusal = Schemas['core.rule.Refusal'];
export type Step = Schemas['core.engine.Step'];
export type StepDue = Schemas['app.StepDue'];
export type NextView = Schemas['app.NextView'];
export type Caller = Schemas['app.Caller'];
export type SessionView = Schemas['http.SessionView'];
export type CommandRequest = Schemas['app.CommandRequest'];
export type CommandReply = Schemas['app.CommandReply'];

export type EnterpriseItem = Schemas['app.ledger.EnterpriseItem'];
export type EnterpriseDossier = Schemas['app.ledger.EnterpriseDossier'];
export type DossierView = Schemas['app.DossierView'];
export type ImportJob = Schemas['app.ledger.ImportJob'];
export type ExportJob = Schemas['app.ledger.ExportJob'];
export type ExportRequest = Schemas['app.ledger.ExportRequest'];
export type ImportLayout = Schemas['app.ledger.Layout'];
export type ImportReportRow = Schemas['app.ledger.ReportRow'];
export type ListPreview = Schemas['app.ledger.ListPreview'];
export type RowResult = ImportReportRow['result'];

export type InspectionRow = Schemas['app.InspectionRow'];
export type InspectionView = Schemas['app.InspectionView'];
export type Finding = Schemas['core.inspection.Finding'];
export type Attachment = Schemas['core.inspection.Attachment'];
export type SchemeItem = Schemas['core.inspection.SchemeItem'];

export type CaseRow = Schemas['app.CaseRow'];
export type CaseView = Schemas['app.CaseView'];
export type CaseFile = Schemas['core.casefile.CaseFile'];
export type CaseParty = Schemas['core.casefile.CaseParty'];
export type Charge = Schemas['core.casefile.Charge'];
export type Sanction = Schemas['core.casefile.Sanction'];
export type DiscretionRequest = Schemas['app.DiscretionRequest'];
export type DiscretionView = Schemas['app.DiscretionView'];
export type FactSpec = Schemas['core.law.FactSpec'];
export type StatedFact = Schemas['core.law.StatedFact'];
export type Weighing = Schemas['core.casefile.Weighing'];
export type BenchmarkRow = Schemas['app.BenchmarkRow'];
export type BenchmarkUse = Schemas['app.BenchmarkUseRow'];
export type GradedFine = Schemas['app.GradedFineRow'];
export type BenchmarkView = Schemas['app.BenchmarkView'];
export type BenchmarkCheck = Schemas['app.BenchmarkCheck'];
export type RegulationRow = Schemas['app.RegulationRow'];
export type RegulationView = Schemas['app.RegulationView'];
export type RegulationCheck = Schemas['app.RegulationCheck'];
export type ListContent = Schemas['core.law.ListContent'];
export type LeniencyEntry = Schemas['core.law.Leniency'];
export type CircumstanceEntry = Schemas['core.law.Circumstance'];
export type FigureEntry = Schemas['core.law.Figure'];
export type WhatIfRequest = Schemas['app.WhatIfRequest'];
export type WhatIfCounts = Schemas['app.WhatIf'];
export type WhatIfExample = Schemas['app.Example'];
export type ProofFinding = Schemas['core.dmn.Finding'];
export type LawChange = Schemas['core.law.Change'];
export type RangeView = Schemas['app.RangeView'];

export type WorkRow = Schemas['app.WorkRow'];
export type WorkView = Schemas['app.WorkView'];
export type WorkStep = Schemas['app.WorkStep'];
export type PersonLoad = Schemas['app.PersonLoad'];
export type BodyLoad = Schemas['app.BodyLoad'];
export type FiguresView = Schemas['app.FiguresView'];
export type PlaceFigures = Schemas['app.PlaceFigures'];
export type AccountRow = Schemas['app.AccountRow'];
export type FreshPassword = Schemas['http.FreshPasswordView'];
export type JobRow = Schemas['app.JobRow'];
export type SystemView = Schemas['app.SystemView'];
export type RemarkRow = Schemas['app.RemarkRow'];
export type HistoryRow = Schemas['app.HistoryRow'];
export type InclusionProof = Schemas['core.journal.InclusionProof'];
export type DocumentRow = Schemas['app.DocumentRow'];
export type FiledDocument = Schemas['app.FiledDocument'];
export type DocumentList = Schemas['app.DocumentList'];

export type TaskRow = Schemas['app.TaskRow'];
export type OfficerRow = Schemas['app.OfficerRow'];
export type BodyRow = Schemas['app.BodyRow'];
export type ChecklistRow = Schemas['app.ChecklistRow'];
export type ChecklistItem = Schemas['app.ChecklistItemRow'];
export type ViolationRow = Schemas['app.ViolationRow'];
export type MatchRow = Schemas['core.law.Match'];
export type ArticleView = Schemas['app.ArticleView'];
export type DivisionRow = Schemas['app.DivisionRow'];

export interface Page<Row> {
  rows: Row[];
  next_cursor?: string;
}
