// Strokes of a pen as lines on a canvas, and as a picture.
export type Point = [x: number, y: number];
export type Stroke = Point[];

const kWidth = 2.6;
const kMargin = 8;
const kScale = 3; // pixels of the picture for one of the screen: sharp in print
const kInk = '#10181c';

/** Draws the strokes anew; `scale` is pixels of the canvas for one of theirs, `from` their upper left corner. */
export function draw(context: CanvasRenderingContext2D, strokes: Stroke[], scale: number, from: Point = [0, 0]): void {
  const { canvas } = context;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -from[0] * scale, -from[1] * scale);
  context.lineWidth = kWidth;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = kInk;
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    context.beginPath();
    context.moveTo(...first);
    // Through the middles between points, so that the line bends instead of breaking.
    let before = first;
    for (const now of rest) {
      context.quadraticCurveTo(before[0], before[1], (before[0] + now[0]) / 2, (before[1] + now[1]) / 2);
      before = now;
    }
    context.lineTo(...before);
    context.stroke();
  }
}

/** A PNG of the strokes and nothing around them; transparent where nothing was written. */
export function cut(strokes: Stroke[]): Promise<Blob> {
  const points = strokes.flat();
  const left = Math.min(...points.map(([x]) => x)) - kMargin;
  const top = Math.min(...points.map(([, y]) => y)) - kMargin;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((Math.max(...points.map(([x]) => x)) + kMargin - left) * kScale);
  canvas.height = Math.ceil((Math.max(...points.map(([, y]) => y)) + kMargin - top) * kScale);
  draw(canvas.getContext('2d')!, strokes, kScale, [left, top]);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
