/// Which hosts are asked for a registry's images as the user or others configure it: mirrors given
/// by hand, containerd's folders of hosts, Docker's folders of certificates.
@NullMarked
package dev.landwaiter.oci.mirror;

import org.jspecify.annotations.NullMarked;
