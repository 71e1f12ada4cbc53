package larmor.model;

/**
 * The diagonal tensor N of demagnetisation and anisotropy, in the field h(m) = h_a − N m.
 *
 * @param nx N_x, dimensionless; 1 for a film whose normal is x̂
 * @param ny N_y
 * @param nz N_z
 */
public record Anisotropy(double nx, double ny, double nz) {

    /**
     * @throws InvalidInput if a component is not finite
     */
    public Anisotropy {
        InvalidInput.finite("magnet.anisotropy[0]", nx);
        InvalidInput.finite("magnet.anisotropy[1]", ny);
        InvalidInput.finite("magnet.anisotropy[2]", nz);
    }
}
