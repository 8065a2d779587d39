import type { PaperLayout } from '#shared/report/paper-layout.ts';
import type { LayoutSampleView } from '#shared/report/view/build-layout-sample.ts';
import type { ReportResources } from '../resources.ts';
import { addressee } from './addressee.ts';
import { closingContent } from './closing.ts';
import { finish, layOut } from './document.ts';
import { headingContent } from './letter-head.ts';
import { paragraph } from './prose.ts';

/** Draws the sample page of a layout, with outlines where signature and seal go. */
export async function renderLayoutSample(
  view: LayoutSampleView,
  layout: PaperLayout,
  createdAt: Date,
  resources: ReportResources,
): Promise<Buffer> {
  const { footer, watermark, title, author, orientation } = view;
  const content = [
    ...headingContent(view.heading),
    addressee(view.addressee),
    ...view.paragraphs.map(paragraph),
    closingContent(view, layout, true),
  ];
  return finish(
    await layOut(
      { footer, watermark, title, author, orientation, creator: 'so-chat-luong', content, createdAt },
      resources,
    ),
  );
}
