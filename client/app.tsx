/** The client as a whole: which page stands at which address, and what every page stands on. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import { BriefsPage } from './pages/briefs-page.tsx'
import { JoinPage } from './pages/join-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { SignedIn } from './pages/signed-in.tsx'
import { coming } from './ui/coming.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { LiveRegion } from './ui/live-region.tsx'
import { Toasts } from './ui/toasts.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import { NotReached } from './api.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one; only a server that was not reached is asked again.
      retry: (count, error) => error instanceof NotReached && count < 2,
      // The server may well run on this machine: the system's word on being online says little.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

// The editor is most of the code. It comes at once, beside the list and not before it: a brief that is opened while
// the server is away must not want for it.
const editorComes = import('./pages/brief-page.tsx')
// Said where it is missed, by the error page.
editorComes.catch(() => undefined)
const LibraryPage = coming(async () => (await import('./pages/library-page.tsx')).LibraryPage)
const CollectPage = coming(async () => (await import('./pages/collect-page.tsx')).CollectPage)
const BriefPage = coming(async () => (await editorComes).BriefPage)

export const App = () => (
  <ErrorBoundary label="Vouch">
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <Switch>
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/join/:key">{({ key }) => <JoinPage linkKey={key} />}</Route>
          <Route path="/">
            <SignedIn>{(me) => <BriefsPage me={me} />}</SignedIn>
          </Route>
          <Route path="/library">
            <SignedIn>{(me) => <LibraryPage me={me} />}</SignedIn>
          </Route>
          <Route path="/collect">
            <CollectPage />
          </Route>
          <Route path="/b/:id">
            {({ id }) => <SignedIn>{(me) => <BriefPage key={id} briefId={id} me={me} />}</SignedIn>}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
        <Toasts />
        <LiveRegion />
      </TooltipProvider>
    </QueryClientProvider>
  </ErrorBoundary>
)
