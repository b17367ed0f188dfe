import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { type ReactNode, useEffect, useRef } from "react";
import type { Place } from "../../../../model/problem.ts";
import { colours } from "./colours.ts";
import { completion, type Names } from "./complete.ts";

/** What is wrong with a query, and where. */
export interface Wrong {
  place: Place;
  message: string;
}

interface EditorProps {
  value: string;
  label: string;
  hint: string;
  names: Names | undefined;
  wrong: Wrong | undefined;
  change(value: string): void;
  run(): void;
}

/** The query as text with colours and completion. Tab goes on to the next control, as everywhere on the page. */
export function Editor(props: EditorProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const words = useRef(new Compartment());
  const now = useRef(props);
  now.current = props;
  const { value, label, hint } = props;

  useEffect(() => {
    const made = new EditorView({
      parent: frame.current!,
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          EditorView.cspNonce.of(nonce()),
          Prec.highest(
            keymap.of([
              {
                key: "Mod-Enter",
                run: () => {
                  now.current.run();
                  return true;
                },
              },
            ]),
          ),
          history(),
          drawSelection(),
          highlightSpecialChars(),
          bracketMatching(),
          closeBrackets(),
          StreamLanguage.define(colours),
          syntaxHighlighting(classHighlighter),
          autocompletion({ override: [completion(() => now.current.names)], icons: false }),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.lineWrapping,
          words.current.of(spoken(now.current)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) now.current.change(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: words.current.reconfigure(spoken({ label, hint })) });
  }, [label, hint]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  const { wrong } = props;
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, wrong ? found(editor.state, wrong) : []));
  }, [wrong]);

  return <div ref={frame} className="editor" />;
}

function spoken({ label, hint }: Pick<EditorProps, "label" | "hint">) {
  return [
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
    placeholder(hint),
  ];
}

/** The word at a place; none where it is no longer there. */
function found(state: EditorState, { place: { line: row, column }, message }: Wrong): Diagnostic[] {
  if (row > state.doc.lines) return [];
  const line = state.doc.line(row);
  const from = Math.min(line.to, line.from + column - 1);
  const word = state.wordAt(from);
  const to = Math.min(state.doc.length, word?.to ?? from + 1);
  return to > from ? [{ from, to, severity: "error", message }] : [];
}

/** The page's own mark for style elements made at run time: the editor may set its styles with it. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
