// What a field of an entry is: an enumerator, a day, a place, somebody's id. Told by the event, by the field around it,
// or by its own name, in this order.
type Kind =
  | 'text'
  | 'fen'
  | 'instant'
  | 'day'
  | 'division'
  | 'violation'
  | 'instrument'
  | 'officer'
  | 'file'
  | 'refusal'
  | 'commitment'
  | 'hidden'
  | `enum ${string}`;

const kKinds: Record<string, Kind> = {
  // of an event
  'inspection_opened.trigger': 'enum inspection.TriggerKind',
  'item_recorded.result': 'enum inspection.ItemResult',
  'measure_taken.kind': 'enum inspection.MeasureKind',
  'supply_stopped.kind': 'enum inspection.SupplyKind',
  'remedy_ended.outcome': 'enum casefile.RemedyOutcome',
  'closure_proposed.item': 'enum casefile.ClosureItem',
  'summarily_decided.conditions': 'enum casefile.Condition',
  'summarily_decided.reduction': 'enum casefile.Reduction',
  'case_filed.source': 'enum casefile.Source',
  'evidence_collected.kind': 'enum casefile.EvidenceKind',
  'evidence_collected.sha256': 'file',
  'officer_signed.signature': 'file',
  'enterprise_signed.signature': 'file',
  'decision_served.method': 'enum casefile.ServiceMethod',
  'remedy_recorded.kind': 'enum casefile.RemedyKind',
  'case_transferred.kind': 'enum casefile.Designation',
  'body_registered.level': 'enum org.Level',
  'body_registered.kind': 'enum org.BodyKind',
  'certificate_issued.kind': 'text',
  'licence_recorded.kind': 'enum dossier.LicenceKind',
  'licence_ended.ended_by': 'enum dossier.LicenceEnd',
  'hazard_source_recorded.grade': 'enum dossier.SourceGrade',
  'key_person_recorded.role': 'enum dossier.KeyRole',
  'key_person_recorded.name': 'commitment',
  'enterprise_graded.grade': 'enum dossier.RiskGrade',
  'enterprise_registered.status': 'enum dossier.Status',
  'enterprise_updated.status': 'enum dossier.Status',
  'enterprise_updated.cleared': 'enum dossier.Field',
  'benchmark_draft_saved.dmn': 'hidden',
  'benchmark_draft_saved.model': 'hidden',
  'advice_passed.code': 'refusal',
  // within another field
  'party.kind': 'enum dossier.PartyKind',
  'parties.subject': 'enum law.Subject',
  'party.subject': 'enum law.Subject',
  'sanctions.kind': 'enum law.MeasureKind',
  'verdicts.ruling': 'enum casefile.Ruling',
  'verdicts.reduction': 'enum casefile.Reduction',
  'verdicts.conditions': 'enum casefile.Condition',
  'payment.channel': 'enum casefile.PaymentChannel',
  'collected.channel': 'enum casefile.PaymentChannel',
  'evidence.sha256': 'file',
  'decision_term.basis': 'hidden',
  'term.basis': 'hidden',
  'band.low': 'fen',
  'band.high': 'fen',
  'allowed.low': 'fen',
  'allowed.high': 'fen',
  // anywhere
  unit: 'enum calendar.TermUnit',
  rank: 'enum org.Rank',
  duties: 'enum org.Duty',
  triggers: 'enum law.Trigger',
  correction: 'enum casefile.Correction',
  division: 'division',
  region: 'division',
  violation: 'violation',
  instrument: 'instrument',
  person: 'commitment',
  person_in_charge: 'commitment',
  person_name: 'commitment',
  id_number: 'commitment',
  witness: 'commitment',
  legal_representative: 'commitment',
  phone: 'commitment',
  digest: 'text',
};

/** `path` are the names of the fields around it, the outermost first, without positions in lists. */
export function fieldKind(event: string, path: string[], name: string): Kind {
  const around = path.at(-1);
  const known =
    (path.length === 0 ? kKinds[`${event}.${name}`] : undefined) ??
    (around ? kKinds[`${around}.${name}`] : undefined) ??
    kKinds[name];
  if (known) return known;
  if (name.endsWith('_fen')) return 'fen';
  if (name.endsWith('_at') || name === 'start') return 'instant';
  return 'text';
}
