package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.client.Fulcio;
import dev.landwaiter.signing.service.token.IdentityToken;
import dev.landwaiter.signing.sign.Signatory;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who signs, as flags say. A key is read and its password asked for once; an identity gets a new
/// key for every signature.
final class Signers {
  private final Invocation invocation;
  private final Web web;
  private final ServiceChoice services;
  private final PublicKeyDetails fresh;
  private @Nullable Signatory keyHolder;
  private @Nullable IdentityToken token;

  /// @param fresh what kind of key is made where an identity signs
  Signers(Invocation invocation, Web web, ServiceChoice services, PublicKeyDetails fresh) {
    this.invocation = invocation;
    this.web = web;
    this.services = services;
    this.fresh = fresh;
  }

  /// Who signs next.
  Signatory next() throws UsageException, IOException {
    Signatory known = keyHolder;
    if (known != null) {
      return known;
    }
    Values values = invocation.values();
    String reference = KeyRing.reference(invocation);
    boolean issued = values.flag(CosignSignFlags.ISSUE_CERTIFICATE);
    if (reference.isEmpty()) {
      invocation.world().stderr().println("A key for this signature alone is made.");
      return identified(LocalKey.generate(fresh, invocation.world().secrets().get()));
    }
    SigningKey key = KeyRing.of(invocation).signingKey(reference);
    Signatory made = issued ? identified(key) : certified(key);
    keyHolder = made;
    return made;
  }

  private Signatory identified(SigningKey key) throws UsageException, IOException {
    IdentityToken known = token;
    if (known == null) {
      known = new IdentitySource(invocation, web, services).token();
      token = known;
    }
    return new Signatory.Identified(key, known, new Fulcio(web, services.certificateAuthority()));
  }

  private Signatory certified(SigningKey key) throws UsageException, IOException {
    Optional<OwnCertificate> certificate = OwnCertificate.of(invocation);
    if (certificate.isEmpty()) {
      return new Signatory.KeyHolder(key);
    }
    return certificate.get().with(key);
  }
}
