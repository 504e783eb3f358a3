// What can wait until the person sees something: files, the styles of the last pages and of printed sheets, and keeping
// the program with its versions. web/later.js brings this script with the later part of the program,
// which is the first to need it.

// styles/5-pages.css and styles/6-print.css, made small by the build.
import styles from 'ket-nap-later-styles';
import { keepBackups } from './backups.js';
import { leadOn } from './boxes.js';
import { tellErased } from './erase.js';
import { handleFiles } from './files.js';
import { takeKeys } from './keys.js';
import { handleLists } from './lists.js';
import { watchLock } from './lock.js';
import { offerPlaces } from './places.js';
import { takeCards } from './scanner.js';
import { closeMenus } from './menus.js';
import { markSharing } from './sending.js';
import { drawCodes } from './sheet.js';
import { addStyle } from './style.js';
import { keepProgram } from './versions.js';

addStyle(styles);

keepBackups();
handleLists();
handleFiles();
markSharing();
offerPlaces();
takeCards();
leadOn();
takeKeys();
closeMenus();
drawCodes();
watchLock();
tellErased().catch((error) => console.warn(error));

// That it has come, and what is done when the program stands.
window.knAfter = { keepProgram };
