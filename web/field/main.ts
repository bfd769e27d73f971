import { createApp } from 'vue';
import '@desk/style.css';
import FieldApp from './FieldApp.vue';

createApp(FieldApp).mount('#app');
