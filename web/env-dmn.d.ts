// dmn-js ships no types; what the desk uses of it.
declare module 'dmn-js/lib/Modeler' {
  interface View {
    type: string;
    element: { id: string; name?: string };
  }
  interface ActiveViewer {
    on: (event: string, action: () => void) => void;
  }
  export default class Modeler {
    constructor(options: { container: HTMLElement; decisionTable?: { additionalModules: unknown[] } });
    importXML(xml: string): Promise<unknown>;
    saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
    getViews(): View[];
    open(view: View): Promise<unknown>;
    getActiveViewer(): ActiveViewer | undefined;
    destroy(): void;
  }
}
declare module 'dmn-js/lib/Viewer' {
  export { default } from 'dmn-js/lib/Modeler';
}
