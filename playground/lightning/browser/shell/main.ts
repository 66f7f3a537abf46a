import '@lwc/synthetic-shadow';
import App from 'host/app';
import { createElement } from 'lwc';

document.body.append(createElement('host-app', { is: App }));
