package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.service.token.AmbientTokens;
import dev.landwaiter.signing.service.token.BrowserLogin;
import dev.landwaiter.signing.service.token.DeviceLogin;
import dev.landwaiter.signing.service.token.IdentityToken;
import dev.landwaiter.signing.service.token.Loopback;
import dev.landwaiter.signing.service.token.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where the identity of a signer without a key comes from: a token that was given, one of the
/// surroundings of a build, or a login.
record IdentitySource(Invocation invocation, Web web, ServiceChoice services) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LARGEST = 64 << 10;
  private static final String VARIABLE = "SIGSTORE_ID_TOKEN";

  /// The identity token.
  ///
  /// @throws RefusedException with USAGE when there is none and nobody to log in
  IdentityToken token() throws UsageException, IOException {
    Values values = invocation.values();
    World world = invocation.world();
    String given = values.text(CosignFlags.IDENTITY_TOKEN);
    if (given.isEmpty()) {
      given = world.environment().getOrDefault(VARIABLE, "");
    }
    if (!given.isEmpty()) {
      Bytes text =
          FileText.exists(invocation, given)
              ? FileText.read(invocation, "--identity-token", given, LARGEST)
              : Bytes.utf8(given);
      return IdentityToken.parse(text.toText());
    }
    var ambient = new AmbientTokens(web, world.environment(), IdentitySource::system);
    String named = values.text(CosignFlags.OIDC_PROVIDER);
    if (!named.isEmpty()) {
      return ambient.named(named);
    }
    if (!values.flag(CosignFlags.OIDC_DISABLE_AMBIENT)) {
      Optional<IdentityToken> found = ambient.find();
      if (found.isPresent()) {
        return found.get();
      }
    }
    String flow = values.text(CosignFlags.FULCIO_AUTH_FLOW);
    boolean somebody = world.terminal().stderr();
    if (flow.equals("device") || (flow.equals("normal") && !somebody)) {
      return device();
    }
    if (flow.equals("client_credentials")) {
      Provider.Client client = client();
      return provider().credentials(client);
    }
    if (!flow.equals("token") && somebody) {
      return browser();
    }
    throw new RefusedException(
        FailureClass.USAGE,
        "nobody says who signs: add --key with a private key, --identity-token with a token of an"
            + " identity provider, or --fulcio-auth-flow=device to log in elsewhere");
  }

  private Provider provider() throws IOException {
    return Provider.discover(web, services.identityProvider());
  }

  private Provider.Client client() throws UsageException, IOException {
    Values values = invocation.values();
    String file = values.text(CosignFlags.OIDC_CLIENT_SECRET_FILE);
    String secret =
        file.isEmpty()
            ? ""
            : FileText.read(invocation, "--oidc-client-secret-file", file, LARGEST)
                .toText()
                .strip();
    return new Provider.Client(values.text(CosignFlags.OIDC_CLIENT_ID), secret);
  }

  private IdentityToken browser() throws UsageException, IOException {
    URI back =
        WebRequest.address(
            "--oidc-redirect-url", invocation.values().text(CosignFlags.OIDC_REDIRECT_URL));
    Provider provider = provider();
    try (Loopback loopback = Loopback.listen(back)) {
      return new BrowserLogin(
              provider,
              client(),
              address -> tell("open this address in a browser to log in: " + address),
              invocation.world().secrets().get(),
              PATIENCE)
          .token(loopback);
    }
  }

  private IdentityToken device() throws UsageException, IOException {
    return new DeviceLogin(
            provider(),
            client(),
            this::tell,
            invocation.world().secrets().get(),
            RegistryAccess.waiting(invocation))
        .token();
  }

  private void tell(String what) {
    invocation.world().stderr().println(what);
  }

  private static Optional<String> system(String name) throws IOException {
    Path path = Path.of(name);
    if (!Files.isReadable(path)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
    } catch (FileSystemException e) {
      return Optional.empty();
    }
  }
}
