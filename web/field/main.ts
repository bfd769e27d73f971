import { createApp } from 'vue';
import './style.css';
import FieldApp from './FieldApp.vue';

createApp(FieldApp).mount('#app');
