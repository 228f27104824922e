// Catches a view of the room that cannot be drawn or loaded, and says so instead of taking the meeting with it.

import { Component, type ReactNode } from 'react'

interface ViewBoundaryProps {
  readonly onLost: (reason: string) => void
  readonly children: ReactNode
}

export class ViewBoundary extends Component<ViewBoundaryProps, { lost: boolean }> {
  override state = { lost: false }

  static getDerivedStateFromError() {
    return { lost: true }
  }

  override componentDidCatch() {
    this.props.onLost('The picture of the room could not be shown here.')
  }

  override render() {
    return this.state.lost ? null : this.props.children
  }
}
