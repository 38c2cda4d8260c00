/** Starts the workbench in the page that the server sends. */
import './styles.css';
import { App } from './app.ts';

const app = new App(document.body.dataset['title'] ?? 'Siglum');
app.start().catch((error: unknown) => app.failed(error));
