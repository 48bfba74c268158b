# From the benchmark game: planets as mutable structs.
mutable struct Body
    x::Float64
    y::Float64
    z::Float64
    vx::Float64
    vy::Float64
    vz::Float64
    mass::Float64
end

const SOLAR_MASS = 4 * pi * pi
const DAYS = 365.24
bodies() = [
    Body(0, 0, 0, 0, 0, 0, SOLAR_MASS),
    Body(4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01, 1.66007664274403694e-03DAYS,
        7.69901118419740425e-03DAYS, -6.90460016972063023e-05DAYS, 9.54791938424326609e-04SOLAR_MASS),
    Body(8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01, -2.76742510726411021e-03DAYS,
        4.99852801234917238e-03DAYS, 2.30417297573763929e-05DAYS, 2.85885980666130812e-04SOLAR_MASS),
]

function offset!(bs)
    px = py = pz = 0.0
    for b in bs
        px += b.vx * b.mass
        py += b.vy * b.mass
        pz += b.vz * b.mass
    end
    bs[1].vx = -px / SOLAR_MASS
    bs[1].vy = -py / SOLAR_MASS
    bs[1].vz = -pz / SOLAR_MASS
end

function advance!(bs, dt)
    for i in 1:length(bs)
        b = bs[i]
        for j in i+1:length(bs)
            c = bs[j]
            dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
            d2 = dx^2 + dy^2 + dz^2
            mag = dt / (d2 * sqrt(d2))
            b.vx -= dx * c.mass * mag
            b.vy -= dy * c.mass * mag
            b.vz -= dz * c.mass * mag
            c.vx += dx * b.mass * mag
            c.vy += dy * b.mass * mag
            c.vz += dz * b.mass * mag
        end
    end
    for b in bs
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz
    end
end

function energy(bs)
    e = 0.0
    for (i, b) in enumerate(bs)
        e += 0.5 * b.mass * (b.vx^2 + b.vy^2 + b.vz^2)
        for c in bs[i+1:end]
            e -= b.mass * c.mass / sqrt((b.x - c.x)^2 + (b.y - c.y)^2 + (b.z - c.z)^2)
        end
    end
    return e
end

bs = bodies()
offset!(bs)
println(energy(bs))
for _ in 1:100
    advance!(bs, 0.01)
end
println(energy(bs))
