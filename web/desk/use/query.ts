// A choice that stands in the address: a reload, a link and "back" come to it again.
import { computed, ref, watch } from 'vue';
import type { Ref, WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** The value under `key`, '' when the address has none. The address follows the value, so that typing is not slowed. */
export function useQuery(key: string): Ref<string> {
  const route = useRoute();
  const router = useRouter();
  const own = route.name;
  const there = () => (typeof route.query[key] === 'string' ? (route.query[key] as string) : '');
  const value = ref(there());
  let underway = 0;
  watch(value, (now) => {
    if (route.name !== own || now === there()) return;
    underway += 1;
    void router.replace({ query: { ...route.query, [key]: now || undefined } }).finally(() => (underway -= 1));
  });
  watch(
    there,
    (now) => {
      if (underway === 0 && route.name === own) value.value = now;
    },
    { flush: 'sync' },
  );
  return value;
}

/** Whether `key` stands in the address. */
export function useQueryFlag(key: string): WritableComputedRef<boolean> {
  const text = useQuery(key);
  return computed({ get: () => text.value !== '', set: (now) => (text.value = now ? '1' : '') });
}
