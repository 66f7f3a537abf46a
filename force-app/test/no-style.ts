/** Stands for the style sheets of components: jsdom lays nothing out, and knows no container queries. */
export default undefined;
