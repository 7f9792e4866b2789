/**
 * What a person sees when a part of the page broke: what is kept, and the way on. `label` says which part;
 * `kept` is the sentence on what is safe.
 */
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { say } from '../words/en/ui.ts'

type Props = { label: string; kept?: string; children: ReactNode }
type State = { broke: Error | null }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broke: null }

  static getDerivedStateFromError(error: unknown): State {
    return { broke: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportError(error instanceof Error ? error : new Error(String(error), { cause: info.componentStack }))
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children
    return (
      <section className="broken" role="alert">
        <h2>{say.stoppedWorking(this.props.label)}</h2>
        <p>
          {this.props.kept ?? say.textIsKept} {say.reloadToGoOn}
        </p>
        <p className="muted small">{say.whatWentWrong(this.state.broke.message)}</p>
        <p className="row">
          <Button look="primary" onClick={() => location.reload()}>
            {say.reloadThePage}
          </Button>
          <Button onClick={() => this.setState({ broke: null })}>{say.tryWithoutReloading}</Button>
        </p>
      </section>
    )
  }
}
