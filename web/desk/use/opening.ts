// Whether an inspection or a case could be opened by the caller: the core's answer for a file that does not exist yet.
import { onMounted } from 'vue';
import { api } from '@shared/api';
import type { Step } from '@shared/api';
import { uuidv7 } from '@shared/uuid';
import { useLoad } from '@desk/load';

const kOpening = ['OpenInspection', 'FileCase', 'DecideSummarily'];

export function useOpening() {
  const steps = useLoad<Step[]>(async () => {
    const answers = await Promise.all(['inspection', 'case'].map((kind) => api.next(`${kind}/${uuidv7()}`)));
    return answers.flatMap((next) => next.steps).filter((step) => kOpening.includes(step.command));
  });
  onMounted(steps.load);
  return steps;
}
