// The commands on the lists of a region as forms: the same steps as a benchmark's. The entries are edited on their
// page.
import { draftForms } from './benchmark';
import type { FormSpec } from './spec';

export const regulationForms: Record<string, FormSpec> = Object.fromEntries(
  Object.entries(draftForms).map(([command, form]) => [command.replace('Benchmark', 'Regulation'), form]),
);
