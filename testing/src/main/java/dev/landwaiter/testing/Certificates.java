package dev.landwaiter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate signed by itself, made by the `keytool` of the running Java, with its key.
///
/// @param store a PKCS #12 store with both under the alias `test`
/// @param certificate a file in PEM
/// @param key a file in PEM (PKCS #8)
public record Certificates(Path store, Path certificate, Path key) {
  /// Opens the store.
  public static final String PASSWORD = "changeit";

  /// Makes one for some hosts.
  ///
  /// @param hosts as `keytool` takes them: `ip:127.0.0.1,dns:localhost`
  public static Certificates make(Path folder, String name, String hosts) {
    Path store = folder.resolve(name + ".p12");
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + ".key");
    keytool(folder, store, hosts);
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("test").getEncoded()));
      Files.writeString(
          key, pem("PRIVATE KEY", keys.getKey("test", PASSWORD.toCharArray()).getEncoded()));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError("the certificate cannot be used", e);
    }
    return new Certificates(store, certificate, key);
  }

  /// What a server with this certificate speaks TLS by.
  SSLContext tls() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError("the certificate cannot be used", e);
    }
  }

  private static void keytool(Path folder, Path store, String hosts) {
    Programs.run(
        folder,
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-J-XX:TieredStopAtLevel=1",
        "-genkeypair",
        "-alias",
        "test",
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-ext",
        "SAN=" + hosts,
        "-keystore",
        store.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD);
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind);
  }
}
