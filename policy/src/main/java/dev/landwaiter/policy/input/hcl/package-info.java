/// HCL, the configuration language of Terraform and its kin, in both of its versions.
@NullMarked
package dev.landwaiter.policy.input.hcl;

import org.jspecify.annotations.NullMarked;
