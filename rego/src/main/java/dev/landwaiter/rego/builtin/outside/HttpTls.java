package dev.landwaiter.rego.builtin.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;

/// The TLS options of a request: texts given directly, in files, or in environment variables.
final class HttpTls {
  private final HttpOptions options;
  private final World world;

  HttpTls(HttpOptions options, World world) {
    this.options = options;
    this.world = world;
  }

  HttpRequest.Tls tls() throws BuiltinException {
    Optional<String> authorities = pem("tls_ca_cert");
    if (authorities.isPresent()) {
      checkCertificates(authorities.get());
    }
    Optional<String> certificate = pem("tls_client_cert");
    Optional<String> key = pem("tls_client_key");
    if (certificate.isPresent() && key.isEmpty()) {
      throw BuiltinException.failure("tls: failed to find any PEM data in key input");
    }
    return new HttpRequest.Tls(
        options.flag("tls_use_system_certs", authorities.isEmpty()),
        authorities.map(List::of).orElse(List.of()),
        certificate,
        certificate.isPresent() ? key : Optional.empty(),
        options.flag("tls_insecure_skip_verify", false),
        options.text("tls_server_name"));
  }

  private Optional<String> pem(String name) throws BuiltinException {
    Optional<String> given = options.text(name);
    if (given.isPresent()) {
      return given;
    }
    Optional<String> file = options.text(name + "_file");
    if (file.isPresent()) {
      try {
        return Optional.of(world.file(file.get()));
      } catch (OutsideException e) {
        throw BuiltinException.failure(String.valueOf(e.getMessage()));
      }
    }
    return options
        .text(name + "_env_variable")
        .map(variable -> world.environment().getOrDefault(variable, ""));
  }

  private static void checkCertificates(String pem) throws BuiltinException {
    try {
      var certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)));
      if (!certificates.isEmpty()) {
        return;
      }
    } catch (CertificateException e) {
      // Told below, in the words of the original.
    }
    throw BuiltinException.failure("could not append certificates");
  }
}
