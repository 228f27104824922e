// Catches a view of the room that cannot be loaded or drawn, and says so instead of taking the meeting with it.

import { Component, type ReactNode } from 'react'

interface ViewBoundaryProps {
  readonly onBroken: () => void
  readonly children: ReactNode
}

export class ViewBoundary extends Component<ViewBoundaryProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch() {
    this.props.onBroken()
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
