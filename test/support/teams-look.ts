/** How a card is looked at: 320 px is a phone, 640 px the chat of a desktop. */
export interface CardLook {
  readonly width: 320 | 640;
  readonly theme: 'light' | 'dark';
}

/** Close to the colours of Teams: the neutrals and the backgrounds of its good, warning and attention containers. */
const ink = {
  light: {
    paper: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#0e700e',
    warning: '#835b00',
    attention: '#b10e1c',
    line: '#d1d1d1',
    edge: '#8a8a8a',
    raised: '#f5f5f5',
    onGood: '#e7f2da',
    onWarning: '#fbf6d9',
    onAttention: '#fcf4f6',
  },
  dark: {
    paper: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#4f52b2',
    good: '#54b054',
    warning: '#f2c661',
    attention: '#f1707b',
    line: '#525252',
    edge: '#999999',
    raised: '#333333',
    onGood: '#0d2e0d',
    onWarning: '#463100',
    onAttention: '#3e1f25',
  },
} as const;

/** The host configuration of the adaptivecards library for this look. */
export function hostConfig({ theme }: CardLook): object {
  const colours = ink[theme];
  const both = (colour: string): object => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: colours.text, subtle: colours.subtle },
    accent: both(colours.accent),
    good: both(colours.good),
    warning: both(colours.warning),
    attention: both(colours.attention),
  };
  const style = (backgroundColor: string): object => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Open Sans', 'DejaVu Sans', sans-serif",
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    containerStyles: {
      default: style(colours.paper),
      emphasis: style(colours.raised),
      good: style(colours.onGood),
      attention: style(colours.onAttention),
      warning: style(colours.onWarning),
      accent: style(colours.raised),
    },
    textBlock: { headingLevel: 2 },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, spacing: 'default' },
    inputs: { label: { requiredInputs: { suffix: ' *' }, inputSpacing: 'small' }, errorMessage: { color: 'attention' } },
  };
}

/** What the library leaves to the page: fields and buttons. */
export function styles({ width, theme }: CardLook): string {
  const { paper, text, line, edge, accent, raised } = ink[theme];
  const font = "'Segoe UI','Open Sans','DejaVu Sans',sans-serif";
  const input = `box-sizing:border-box;width:100%;padding:6px 10px;border:1px solid ${edge};border-radius:4px;background:${raised};color:${text};font:inherit`;
  return [
    // Long words break as in every message of a chat: the message component of Teams says so for all that is in it.
    `body{margin:0;background:${paper};color:${text};font:14px/20px ${font};overflow-wrap:break-word;word-break:break-word}`,
    `section{width:${String(width)}px}`,
    `input:not([type=checkbox]):not([type=radio]),textarea,select{${input}}`,
    'textarea{min-height:7em}',
    `.ac-pushButton{padding:5px 12px;border:1px solid ${line};border-radius:4px;background:${paper};color:${text};font:600 14px/20px ${font};margin-bottom:8px;text-align:center}`,
    `.ac-pushButton.style-positive{background:${accent};border-color:${accent};color:#fff}`,
    // Whether a title fits on one line depends on the font of the machine: the rules of cards count its letters instead.
    '.ac-pushButton>div{white-space:normal!important}',
    '.ac-actionSet{flex-wrap:wrap;gap:0 8px}',
    '.ac-actionSet>div:empty{display:none}',
  ].join('\n');
}
