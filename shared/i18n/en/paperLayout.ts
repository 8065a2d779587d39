import type { Catalogue } from '../catalogue.ts';
import type { paperLayout as vi } from '../vi/paperLayout.ts';

/** How papers are laid out: the section of Settings, and the page that shows it. */
export const paperLayout: Catalogue<typeof vi> = {
  superior: 'Superior body',
  printed: 'Print the superior body above the name of the unit',
  text: 'Name as printed',
  textHint: 'Left empty: the name given under Unit',
  none: 'none given under Unit',
  signature: 'Signature',
  room: 'Blank between title and name (mm)',
  roomHint: 'Room for a signature’s picture or by hand, {{least}} to {{most}}',
  field: 'Digital signature on the page',
  fields: {
    none: 'Not shown',
    noneHint: 'PDF readers still list it in their panel of signatures',
    framed: 'A frame in the blank, with the signer’s name and the time',
    framedHint: 'A click on the frame shows the signature in a PDF reader',
  },
  sealTitle: 'Seal',
  seal: 'Keep a place for the seal, over about a third of the signature at its left',
  diameter: 'Diameter of the seal (mm)',
  diameterHint: 'The blank is at least as high as the seal; the recipients move to the left',
  plain: 'Back to default',
  preview: 'Sample page',
  between: 'A whole number from {{least}} to {{most}}',
  sample: {
    subject: 'Sample page of the layout of papers',
    guides:
      'The dashed frame and circle mark the places of signature and seal; they are on this sample page alone and on no paper. The layout holds for reports, consolidated reports, plans and lists made from now on; a signed report keeps its pages.',
    closing: 'This is the sample page of {{unit}}.',
    footer: 'Sample page, no document',
    watermark: 'SAMPLE PAGE',
  },
};
