// Whether an inspection or a case could be opened by the caller: the core's answer for a file that does not exist yet.
import { onMounted, shallowRef } from 'vue';
import { api } from '@shared/api';
import type { Step } from '@shared/api';
import { uuidv7 } from '@shared/uuid';

const kOpening = ['OpenInspection', 'FileCase', 'DecideSummarily'];

export function useOpening() {
  const steps = shallowRef<Step[]>([]);
  onMounted(async () => {
    const asked = ['inspection', 'case'].map((kind) => api.next(`${kind}/${uuidv7()}`).catch(() => null));
    steps.value = (await Promise.all(asked))
      .flatMap((next) => next?.steps ?? [])
      .filter((step) => kOpening.includes(step.command));
  });
  return steps;
}
