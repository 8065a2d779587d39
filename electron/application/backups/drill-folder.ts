/** Inside the data folder, gone after the drill: what is unpacked there is as encrypted as the book. */
export const DRILL_FOLDER = 'drill';
