import { connect, ConnectionOptions, TLSSocket } from 'node:tls';
import { ProbeResult } from 'security-posture-engine';
import { ClusterAddress } from './ClusterAddress';
import { tlsOptions } from './tlsOptions';

type TlsResult = Extract<ProbeResult, { probe: 'tls' }>;

/** A server that refuses old versions says so by this alert. Anything else may as well be OpenSSL's own doing. */
const REFUSED_BY_SERVER = 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION';
const OLD_VERSIONS: ConnectionOptions = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  // Without this OpenSSL would not offer them at all.
  ciphers: 'DEFAULT@SECLEVEL=0',
};

/** What a TLS handshake with an API server shows. Rejects where there is none. */
export async function probeTls(
  address: ClusterAddress,
  signal: AbortSignal,
): Promise<TlsResult> {
  const options = await tlsOptions(address);
  const seen = await handshake(options, signal);
  const refusesOldVersions = await refusesOld(options, signal);
  return {
    probe: 'tls',
    ...seen,
    ...(refusesOldVersions === undefined ? {} : { refusesOldVersions }),
  };
}

/** Undefined where it could not be tried. */
async function refusesOld(
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  try {
    await handshake({ ...options, ...OLD_VERSIONS }, signal);
    return false;
  } catch (error) {
    signal.throwIfAborted();
    const { code } = error as { code?: string };
    return code === REFUSED_BY_SERVER ? true : undefined;
  }
}

function handshake(
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<Omit<TlsResult, 'probe' | 'refusesOldVersions'>> {
  return new Promise((resolve, reject) => {
    const socket = connect(options);
    const abort = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', abort));
    socket.on('error', reject);
    socket.once('secureConnect', () => {
      resolve(seenOf(socket));
      socket.end();
    });
  });
}

function seenOf(socket: TLSSocket) {
  const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
  return {
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    notBefore: Date.parse(from),
    notAfter: Date.parse(to),
  };
}
