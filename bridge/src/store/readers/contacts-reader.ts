/** The name of the read that makes the org's contacts known. */
export const contactsReader = 'contacts';
