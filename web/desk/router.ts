import { createRouter, createWebHistory } from 'vue-router';
import { restoreSession, session } from '@shared/session';
import { zh } from '@shared/zh-CN';

declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
    open?: boolean;
    nav?: string;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
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
      component: () => import('./pages/HomePage.vue'),
      meta: { title: zh.nav.home, nav: 'home' },
    },
    {
      path: '/ledger',
      name: 'ledger',
      component: () => import('./pages/LedgerPage.vue'),
      meta: { title: zh.nav.ledger, nav: 'ledger' },
    },
    {
      path: '/ledger/imports',
      name: 'imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { title: zh.nav.imports, nav: 'imports' },
    },
    {
      path: '/ledger/:id',
      name: 'dossier',
      component: () => import('./pages/DossierPage.vue'),
      props: true,
      meta: { title: zh.dossier.title, nav: 'ledger' },
    },
    {
      path: '/inspections',
      name: 'inspections',
      component: () => import('./pages/InspectionsPage.vue'),
      meta: { title: zh.inspections.title, nav: 'inspections' },
    },
    {
      path: '/inspections/:id',
      name: 'inspection',
      component: () => import('./pages/InspectionPage.vue'),
      props: true,
      meta: { title: zh.inspection.title, nav: 'inspections' },
    },
    {
      path: '/cases',
      name: 'cases',
      component: () => import('./pages/CasesPage.vue'),
      meta: { title: zh.cases.title, nav: 'cases' },
    },
    {
      path: '/cases/:id',
      name: 'case',
      component: () => import('./pages/CasePage.vue'),
      props: true,
      meta: { title: zh.casefile.title, nav: 'cases' },
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
