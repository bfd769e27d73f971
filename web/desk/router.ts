import { createRouter, createWebHistory } from 'vue-router';
import { restoreSession, session } from '@shared/session';
import { zh } from '@shared/zh-CN';

declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
    open?: boolean;
    nav?: string;
    help?: string; // page of docs/guide
  }
}

export const router = createRouter({
  history: createWebHistory(),
  // A list that was kept stands where it was left; a page of its own begins at the top, or at the place named.
  scrollBehavior: (to, from, saved) => {
    if (to.hash) return { el: to.hash, top: 60 };
    return to.path === from.path ? false : (saved ?? { top: 0 });
  },
  routes: [
    {
      path: '/login',
      name: 'login',
      component: () => import('./pages/LoginPage.vue'),
      meta: { title: zh.login.title, open: true },
    },
    {
      path: '/',
      name: 'home',
      component: () => import('./pages/WorkbenchPage.vue'),
      meta: { title: zh.nav.home, nav: 'home', help: 'workbench' },
    },
    {
      path: '/ledger',
      name: 'ledger',
      component: () => import('./pages/LedgerPage.vue'),
      meta: { title: zh.nav.ledger, nav: 'ledger', help: 'ledger' },
    },
    {
      path: '/ledger/imports',
      name: 'imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { title: zh.nav.imports, nav: 'imports', help: 'ledger' },
    },
    {
      path: '/ledger/imports/:id',
      name: 'import',
      component: () => import('./pages/ImportPage.vue'),
      props: true,
      meta: { title: zh.wizard.title, nav: 'imports', help: 'ledger' },
    },
    {
      path: '/ledger/:id',
      name: 'dossier',
      component: () => import('./pages/DossierPage.vue'),
      props: true,
      meta: { title: zh.dossier.title, nav: 'ledger', help: 'dossier' },
    },
    {
      path: '/inspections',
      name: 'inspections',
      component: () => import('./pages/InspectionsPage.vue'),
      meta: { title: zh.inspections.title, nav: 'inspections', help: 'inspection' },
    },
    {
      path: '/inspections/:id',
      name: 'inspection',
      component: () => import('./pages/InspectionPage.vue'),
      props: true,
      meta: { title: zh.inspection.title, nav: 'inspections', help: 'inspection' },
    },
    {
      path: '/cases',
      name: 'cases',
      component: () => import('./pages/CasesPage.vue'),
      meta: { title: zh.cases.title, nav: 'cases', help: 'case' },
    },
    {
      path: '/cases/:id',
      name: 'case',
      component: () => import('./pages/CasePage.vue'),
      props: true,
      meta: { title: zh.casefile.title, nav: 'cases', help: 'case' },
    },
    {
      path: '/cases/:id/penalty',
      name: 'penalty',
      component: () => import('./pages/PenaltyPage.vue'),
      props: true,
      meta: { title: zh.file.penaltyPage, nav: 'cases', help: 'discretion' },
    },
    {
      path: '/benchmarks',
      name: 'benchmarks',
      component: () => import('./pages/BenchmarksPage.vue'),
      meta: { title: zh.benchmark.title, nav: 'benchmarks', help: 'benchmark' },
    },
    {
      path: '/benchmarks/:id',
      name: 'benchmark',
      component: () => import('./pages/BenchmarkPage.vue'),
      // Ids have dots, and an address with a dot would be a file's.
      props: (to) => ({ id: String(to.params.id).replaceAll(':', '.') }),
      meta: { title: zh.benchmark.title, nav: 'benchmarks', help: 'benchmark' },
    },
    {
      path: '/regulations/:id',
      name: 'regulation',
      component: () => import('./pages/RegulationPage.vue'),
      props: (to) => ({ id: String(to.params.id).replaceAll(':', '.') }),
      meta: { title: zh.regulation.section, nav: 'benchmarks', help: 'benchmark' },
    },
    {
      path: '/journal/:kind/:id/:version(\\d+)',
      name: 'journal',
      component: () => import('./pages/JournalPage.vue'),
      props: true,
      meta: { title: zh.journal.title, help: 'journal' },
    },
    {
      path: '/figures',
      name: 'figures',
      component: () => import('./pages/FiguresPage.vue'),
      meta: { title: zh.figures.title, nav: 'figures', help: 'figures' },
    },
    {
      path: '/admin',
      name: 'admin',
      component: () => import('./pages/AdminPage.vue'),
      meta: { title: zh.admin.title, nav: 'admin', help: 'admin' },
    },
    {
      path: '/help/:page?',
      name: 'help',
      component: () => import('./pages/HelpPage.vue'),
      props: true,
      meta: { title: zh.help.title, open: true },
    },
    {
      path: '/:rest(.*)*',
      name: 'missing',
      component: () => import('./pages/MissingPage.vue'),
      meta: { title: zh.states.missingTitle },
    },
  ],
});

router.beforeEach(async (to) => {
  // An unreachable server is not "signed out": the page itself then says what is wrong.
  await restoreSession().catch(() => {});
  if (!to.meta.open && !session.caller) return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  if (to.name === 'login' && session.caller) return { name: 'home' };
  return true;
});

router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} - ${zh.app.title}` : zh.app.title;
});
