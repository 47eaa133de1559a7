package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.KeyTokens;
import dev.landwaiter.signing.key.TokenUri;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keys of devices, reached through the module that a URI or the environment names.
public final class TokenModules implements KeyTokens {
  private static final String MODULE = "COSIGN_PKCS11_MODULE_PATH";
  private static final String PIN = "COSIGN_PKCS11_PIN";
  private static final String IGNORE_CERTIFICATE = "COSIGN_PKCS11_IGNORE_CERTIFICATE";

  private final Function<String, Optional<String>> environment;
  private final Function<String, Optional<String>> ask;
  private final Loading loading;

  /// Loads a module from its file.
  @FunctionalInterface
  interface Loading {
    NativeModule load(String file) throws RefusedException;
  }

  /// Over modules of this machine.
  ///
  /// @param environment the value of a variable, or empty when it is not set
  /// @param ask asks a person for a PIN; empty when nobody is there
  public TokenModules(
      Function<String, Optional<String>> environment, Function<String, Optional<String>> ask) {
    this(environment, ask, NativeModule::load);
  }

  TokenModules(
      Function<String, Optional<String>> environment,
      Function<String, Optional<String>> ask,
      Loading loading) {
    this.environment = environment;
    this.ask = ask;
    this.loading = loading;
  }

  @Override
  public VerificationKey publicKey(TokenUri uri) throws RefusedException {
    NativeModule module = module(uri);
    try (TokenSession session = TokenSession.open(module, token(module, uri).slot())) {
      Optional<Bytes> known = knownPin(uri);
      if (known.isPresent()) {
        session.login(known.get());
      }
      return publicKey(session, uri);
    }
  }

  @Override
  public SigningKey signingKey(TokenUri uri) throws RefusedException {
    NativeModule module = module(uri);
    Token token = token(module, uri);
    Optional<Bytes> pin = knownPin(uri);
    if (pin.isEmpty()) {
      pin = ask.apply("PIN of the token '" + token.label() + "': ").map(Bytes::utf8);
    }
    Bytes secret =
        pin.orElseThrow(() ->
            new RefusedException(
                FailureClass.USAGE,
                "the token '%s' wants a PIN: give pin-value in the URI or %s"
                    .formatted(token.label(), PIN)));
    // The session lives as long as the key, and that as long as the process.
    TokenSession session = TokenSession.open(module, token.slot());
    boolean kept = false;
    try {
      session.login(secret);
      long key = one(session, TokenSession.PRIVATE_KEY, uri);
      var ready = new DeviceKey(session, key, publicKey(session, uri), secret);
      kept = true;
      return ready;
    } finally {
      if (!kept) {
        session.close();
      }
    }
  }

  /// The keys that a token shows after a login, private ones where there is a PIN.
  ///
  /// @param module an absolute path
  public static List<Token.Key> keys(String module, long slot, Optional<Bytes> pin)
      throws RefusedException {
    return keys(NativeModule.load(module), slot, pin);
  }

  static List<Token.Key> keys(NativeModule module, long slot, Optional<Bytes> pin)
      throws RefusedException {
    try (TokenSession session = TokenSession.open(module, slot)) {
      if (pin.isPresent()) {
        session.login(pin.get());
      }
      long kind = pin.isPresent() ? TokenSession.PRIVATE_KEY : TokenSession.PUBLIC_KEY;
      List<Token.Key> keys = new ArrayList<>();
      for (long each : session.find(Map.of(TokenSession.CLASS, TokenSession.number(kind)))) {
        keys.add(
            new Token.Key(
                session.value(each, TokenSession.ID).orElse(Bytes.EMPTY),
                session.value(each, TokenSession.LABEL).orElse(Bytes.EMPTY).toText()));
      }
      return keys;
    }
  }

  private NativeModule module(TokenUri uri) throws RefusedException {
    Optional<String> file = uri.module().or(() -> environment.apply(MODULE));
    return loading.load(
        file.filter(text -> !text.isEmpty())
            .orElseThrow(() ->
                new RefusedException(
                    FailureClass.USAGE,
                    "no PKCS#11 module is named: give module-path in the URI or " + MODULE)));
  }

  private Optional<Bytes> knownPin(TokenUri uri) {
    return uri.pin().or(() -> environment.apply(PIN).map(Bytes::utf8));
  }

  private static Token token(NativeModule module, TokenUri uri) throws RefusedException {
    List<Token> fitting = Token.all(module).stream().filter(each -> each.fits(uri)).toList();
    if (fitting.size() != 1) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          fitting.isEmpty()
              ? "the PKCS#11 module sees no token that the URI means"
              : "the PKCS#11 URI means " + fitting.size() + " tokens; give token or slot-id");
    }
    return fitting.getFirst();
  }

  private VerificationKey publicKey(TokenSession session, TokenUri uri) throws RefusedException {
    if (!find(session, TokenSession.PUBLIC_KEY, uri).isEmpty()) {
      return DeviceObjects.publicKey(session, one(session, TokenSession.PUBLIC_KEY, uri));
    }
    if (environment.apply(IGNORE_CERTIFICATE).filter("1"::equals).isEmpty()
        && !find(session, TokenSession.CERTIFICATE, uri).isEmpty()) {
      return DeviceObjects.certificateKey(session, one(session, TokenSession.CERTIFICATE, uri));
    }
    throw new RefusedException(
        FailureClass.TRUST_ROOT, "the token has no public key that the PKCS#11 URI means");
  }

  private static List<Long> find(TokenSession session, long kind, TokenUri uri)
      throws RefusedException {
    Map<Long, Bytes> wanted = new LinkedHashMap<>();
    wanted.put(TokenSession.CLASS, TokenSession.number(kind));
    uri.text("object").ifPresent(label -> wanted.put(TokenSession.LABEL, Bytes.utf8(label)));
    uri.id().ifPresent(id -> wanted.put(TokenSession.ID, id));
    if (wanted.size() == 1) {
      throw new RefusedException(
          FailureClass.USAGE, "the PKCS#11 URI names no key: give object or id");
    }
    return session.find(wanted);
  }

  private static long one(TokenSession session, long kind, TokenUri uri) throws RefusedException {
    List<Long> found = find(session, kind, uri);
    if (found.size() != 1) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          found.isEmpty()
              ? "the token has no private key that the PKCS#11 URI means"
              : "the PKCS#11 URI means " + found.size() + " keys of the token");
    }
    return found.getFirst();
  }
}
