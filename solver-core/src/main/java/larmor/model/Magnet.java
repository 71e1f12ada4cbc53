package larmor.model;

/**
 * The nanomagnet, a macrospin.
 *
 * @param damping its Gilbert damping, total or intrinsic
 * @param field the applied field along m_fix = ẑ, in M_s or tesla as the device's {@link Units} say
 * @param anisotropy the tensor N
 */
public record Magnet(Damping damping, double field, Anisotropy anisotropy) {

    /**
     * @throws InvalidInput if the field is not finite
     */
    public Magnet {
        InvalidInput.finite("magnet.field", field);
    }

    Magnet with(Anisotropy other) {
        return new Magnet(damping, field, other);
    }
}
