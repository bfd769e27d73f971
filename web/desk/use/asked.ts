// A list whose question stands in the address, kept while another page is shown. That page's address is not this one's;
// on the way back the list is asked for again when the address asks for something else than what it shows.
import { onActivated, onMounted, watch } from 'vue';
import { useRoute } from 'vue-router';

/** Calls `load` whenever the address of the page asks for something that is not there yet. */
export function useAsked(load: () => void): void {
  const route = useRoute();
  const own = route.name;
  let loaded: string | null = null;
  const bring = () => {
    if (route.name !== own) return;
    const now = JSON.stringify(Object.entries(route.query).sort(([a], [b]) => a.localeCompare(b)));
    if (now === loaded) return;
    loaded = now;
    load();
  };
  onMounted(bring);
  onActivated(bring);
  watch(() => [route.name, route.query], bring);
}
