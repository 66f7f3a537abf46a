import tandem from '../../package.json' with { type: 'json' };

/** The version of the bridge, as in its package.json. */
export const version = tandem.version;
