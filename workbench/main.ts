import './page.css';
import { openWorkbench } from './workbench';

void openWorkbench();
