import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/start-server.ts';
import { nodeWorld } from './node-world.ts';

startServer(createConnection(ProposedFeatures.all), nodeWorld);
