import { createApp } from 'vue';
import { forgetSession, session } from '@shared/session';
import { forgetChanged, forgetLists } from '@shared/lists';
import { onBeat } from '@shared/pulse';
import { whenSignedOut } from '@shared/api';
import { sweepDrafts } from '@shared/draft';
import App from './App.vue';
import { useElements } from './elements';
import { router } from './router';
import './style.css';

whenSignedOut(() => {
  if (!session.caller) return;
  forgetSession();
  forgetLists();
  const { fullPath } = router.currentRoute.value;
  void router.push({ name: 'login', query: { to: fullPath } });
});

sweepDrafts();
onBeat(forgetChanged);
const app = createApp(App);
useElements(app);
app.use(router).mount('#app');
