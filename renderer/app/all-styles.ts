// Styles of every component of the library. Repeats those of first-styles.ts in the same layer, which changes nothing.
import '@mantine/core/styles.layer.css';
