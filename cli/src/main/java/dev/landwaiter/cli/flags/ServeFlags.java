package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;

/// Flags of services.
public final class ServeFlags {
  public static final Flag ONLY =
      Flag.texts("only", "what to serve").key("serve.only").allowed("score");
  public static final Flag LISTEN =
      Flag.text("listen", "[ADDRESS:]PORT to listen at").key("serve.listen").standard(":8080");
  public static final Flag MAX_BODY =
      Flag.of("max-body", FlagType.NUMBER, "MiB of one request's body that are read")
          .key("serve.max-body")
          .standard("16");
  public static final Flag TLS_CERTIFICATE =
      Flag.text("tls-certificate", "file with the certificate in PEM, those above it behind")
          .key("serve.tls-certificate");
  public static final Flag TLS_KEY =
      Flag.text("tls-key", "file with the certificate's key in PEM (PKCS #8)").key("serve.tls-key");
  public static final Flag TOKEN_FILE =
      Flag.text("token-file", "file with the token that requests must bear")
          .key("serve.token-file");
  public static final Flag PROFILE =
      Flag.text("profile", "whose rules score")
          .key("serve.profile")
          .standard("kubesec")
          .allowed("kubesec", "kubesec-2.14");
  public static final Flag LINK_KEY =
      Flag.text("link-key", "file with an Ed25519 key in PEM that signs links of in-toto")
          .key("serve.link-key");

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Service Flags",
          ONLY,
          LISTEN,
          MAX_BODY,
          TLS_CERTIFICATE,
          TLS_KEY,
          TOKEN_FILE,
          PROFILE,
          LINK_KEY);

  private ServeFlags() {}
}
