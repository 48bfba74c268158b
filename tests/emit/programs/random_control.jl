# Random control flow: exits, scopes, closures, try.
function f0(a, b, log, fuel)
    y = 2
    z = 0
    while (a - x) > (z * y)
        (fuel[] -= 1) < 0 && return :fuel
        for i1 in 3:-1:1
            (fuel[] -= 1) < 0 && return :fuel
            y = i1 % 1009
            while ((a * b) < i1 ? a : a) <= i1
                (fuel[] -= 1) < 0 && return :fuel
                y = b % 1009
                x = ((x + x) + (-1 < a ? b : a)) % 1009
            end
        end
        x = ((a + b) + y) % 1009
    end
    while (((y < (a + z) || x <= (a + z)) ? a : y) <= 2 || x <= (z * z))
        (fuel[] -= 1) < 0 && return :fuel
        y = ((z - x) * (z * a)) % 1009
        if 3 > z
            while (y == 3 || (y * z) != x)
                (fuel[] -= 1) < 0 && return :fuel
                z = ((b - z) + 4) % 1009
                z = y % 1009
                y = a % 1009
            end
            ((a - x) == b && (z - x) != 2) && continue
            x = (z - (z == (a - b) ? b : z)) % 1009
            while (x > (0 == 0 ? b : b) ? b : a) < x
                (fuel[] -= 1) < 0 && return :fuel
                z = 3 % 1009
                x = z % 1009
            end
        end
    end
    for i2 in [1, 3]
        (fuel[] -= 1) < 0 && return :fuel
        push!(log, x)
        push!(log, (a - i2))
    end
    push!(log, y)
    (() -> y)() == (y + x) && return (x - b)
    (y - b)
end
function f1(a, b, log, fuel)
    x = 1
    y = 1
    z = 2
    y = y % 1009
    if z != (b + y)
        z = z % 1009
        push!(log, (b + b))
        if (a < (() -> b)() ? y : z) < z
            if (a * a) <= (z - a)
                z = (() -> 0)() % 1009
            else
                x = (z * 1) % 1009
                x = (-2 <= (y * b) ? 0 : (y > x ? y : x)) % 1009
                y = -1 % 1009
            end
        elseif (x - b) > b
            push!(log, y)
            for i1 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                x = i1 % 1009
                x = ((z * z) + i1) % 1009
            end
            push!(log, b)
            while z <= (() -> y)()
                (fuel[] -= 1) < 0 && return :fuel
                z = (a * a) % 1009
                y = ((z * y) * (x + x)) % 1009
            end
        else
            if (b - x) > (b * z)
                z = (-2 * 3) % 1009
                x = a % 1009
                z = x % 1009
                y = 3 % 1009
            elseif (x == (() -> a)() || 0 > (() -> b)())
                z = y % 1009
                z = ((b > ((a + x) != z ? b : x) ? b : y) * (x < (((-2 < z || (() -> z)() <= (((b + b) > b && (b + y) > 4) ? z : z)) ? x : a) < ((z != ((y + z) == (() -> y)() ? y : y) || ((b != y ? x : z) != z ? z : x) < x) ? x : z) ? z : y) ? x : a)) % 1009
            end
            if (-2 <= 2 || (x * b) <= 0)
                z = x % 1009
                y = x % 1009
            else
                y = z % 1009
                y = (((z * y) > (((b - a) <= x ? b : z) == y ? y : a) || ((() -> x)() < 2 ? y : z) > (z + a)) ? (b + y) : (() -> a)()) % 1009
            end
        end
    end
    g2 = q -> (z = q + z; z)
    push!(log, g2(2))
    (x != a ? x : y)
end
function f2(a, b, log, fuel)
    x = 0
    y = 2
    z = 0
    if z == z
        z += ((() -> z)() < a ? y : x)
        push!(log, x)
    elseif ((() -> z)() <= x && (x - a) != (a - y))
        x = ((y - a) != b ? a : (y + z)) % 1009
        y = y % 1009
    end
    push!(log, a)
    y = (b * z) % 1009
    z = ((b - a) - y) % 1009
    while ((() -> y)() > (a - x) ? z : a) > a
        (fuel[] -= 1) < 0 && return :fuel
        try
            if ((y + x) == (y + y) && z < (y != (a * y) ? b : z))
                y = (4 <= z ? x : (() -> z)()) % 1009
            elseif a > (((a * b) > z ? y : x) < (y * b) ? x : y)
                z = ((y + y) - y) % 1009
                y = a % 1009
            end
            y = (3 != b ? z : y) % 1009
            1 != a && error("e")
        catch
            (b + z) != (z * x) || break
            x = (() -> y)() % 1009
            (x - a) != b && return b
            y = (3 > (() -> a)() ? a : x) % 1009
        finally
            push!(log, 0)
        end
        if ((z - b) > 2 ? y : y) == (((b - y) < z && (a + b) > y) ? b : x)
            y += ((z - x) == -2 ? b : a)
            y = (() -> a)() % 1009
        else
            y = y % 1009
            let x = (x * b)
                y = a % 1009
                z = ((a + b) - b) % 1009
                y = ((z + b) + x) % 1009
                x = a % 1009
            end
            for i1 in 4:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                z = (y * (y * z)) % 1009
                x = (a - (() -> a)()) % 1009
            end
        end
        if 3 != (0 > (() -> y)() ? a : z)
            g2 = q -> (y = q + (a > x ? z : x); y)
            push!(log, g2(0))
            z = ((0 != -1 ? a : a) - (() -> b)()) % 1009
            z < z && continue
            y += (z > (b + a) ? x : y)
        end
        1 < (a - a) || break
    end
    for i3 in 3:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        y = ((a + i3) - (i3 * z)) % 1009
        if (x != 1 || 3 != z)
            for i4 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = b % 1009
                y = ((i4 < 1 && (i4 * a) != z) ? z : y) % 1009
                z = ((i3 - z) > b ? (y * y) : b) % 1009
                z = -1 % 1009
            end
        else
            y = (y + (y - z)) % 1009
            x = x % 1009
            y = (() -> b)() % 1009
        end
        while (y == x ? b : x) > x
            (fuel[] -= 1) < 0 && return :fuel
            let x = 3
                y = (() -> 2)() % 1009
                z = z % 1009
                z = (3 - (z - a)) % 1009
                z = (i3 * 0) % 1009
            end
            for i5 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                z = (() -> (() -> b)())() % 1009
            end
            y = (() -> y)() % 1009
        end
        y = ((b - y) - ((1 == -2 && ((() -> x)() <= (y * x) ? i3 : x) > (() -> a)()) ? y : i3)) % 1009
    end
    z = x % 1009
    a
end
function f3(a, b, log, fuel)
    x = 3
    y = 0
    x += (x + a)
    for i1 in [1, 1]
        (fuel[] -= 1) < 0 && return :fuel
        x = y % 1009
        z = (z * -1) % 1009
    end
    try
        z = x % 1009
        if x > (z + a)
            (y - a) != (y * b) && return (y > 3 ? a : x)
        else
            y = b % 1009
        end
        (a * a) > y && error("e")
    catch
        (x * x) < z && return a
        y = z % 1009
        y = ((b - a) - (x + a)) % 1009
    finally
        push!(log, 0)
    end
    z = (0 * (a != b ? z : x)) % 1009
    if 0 != y
        z = (z * (x * z)) % 1009
        for i2 in (3, 1, 2), i3 in 1:i2
            (fuel[] -= 1) < 0 && return :fuel
            x = ((b + b) - (a * y)) % 1009
            while ((i3 < i2 ? z : b) == (y - z) || (a * b) < a)
                (fuel[] -= 1) < 0 && return :fuel
                z = i2 % 1009
                x = -2 % 1009
            end
        end
        push!(log, (x * b))
    elseif y <= 4
        x = b % 1009
    end
    for i4 in 4:-1:1, i5 in 1:i4
        (fuel[] -= 1) < 0 && return :fuel
        while (x < (b + y) || ((y * y) != (i5 - b) ? b : b) != (z * b))
            (fuel[] -= 1) < 0 && return :fuel
            try
                z = a % 1009
                y = b % 1009
                x = (1 * (i5 + i4)) % 1009
                z = (x + (i4 + i4)) % 1009
                (i4 > 4 || i4 == y) && error("e")
            catch
                y = (a > (() -> b)() ? ((a - a) <= x ? b : i5) : b) % 1009
                x = i5 % 1009
                y = z % 1009
            end
        end
        x = ((y - y) - 1) % 1009
        if ((y - i4) == (() -> y)() || (x + i4) == 4)
            x = (() -> (b * b))() % 1009
        elseif (4 <= i4 && a > 0)
            z = (-2 - i5) % 1009
            x = (y + (x - z)) % 1009
        end
    end
    if b > (() -> z)()
        push!(log, x)
        x = ((z + y) > (a - a) ? (x - y) : b) % 1009
        if ((a * x) == a && ((z * b) < (y - y) ? a : b) == 0)
            if ((() -> z)() <= (() -> z)() && x == (z - a))
                y = (b > z ? b : (a - b)) % 1009
                y = a % 1009
                x = z % 1009
            end
            while -1 > x
                (fuel[] -= 1) < 0 && return :fuel
                y = a % 1009
                x = 2 % 1009
                z = (z * y) % 1009
                x = (1 + (y * x)) % 1009
            end
            z = x % 1009
            y = (3 + (b * y)) % 1009
        end
    else
        z = (a <= ((() -> z)() < a ? z : y) ? (-2 != z ? z : b) : (() -> a)()) % 1009
        z = (((((y == z ? b : a) <= 4 || (x - x) < (b + a)) ? y : b) <= 3 ? y : y) * z) % 1009
        push!(log, (b - z))
        x = x % 1009
    end
    (a - y)
end
function f4(a, b, log, fuel)
    x = 0
    y = 1
    z = 0
    (z == (b - z) ? a : x) != -1 && return b
    if 3 <= 0
        y = ((x > b || a == (z * b)) ? (a + a) : ((x == b && (() -> y)() > (b * y)) ? x : z)) % 1009
        let x = z
            while 1 < (x * x)
                (fuel[] -= 1) < 0 && return :fuel
                y = y % 1009
                x = (z - -2) % 1009
                z = (-1 - 3) % 1009
            end
            for i1 in 3:-1:1, i2 in 1:i1
                (fuel[] -= 1) < 0 && return :fuel
                x = 0 % 1009
                x = -2 % 1009
            end
        end
        y = ((a + b) - b) % 1009
        z = (y == b ? (x + y) : ((y - b) == (z + z) ? y : b)) % 1009
    else
        while (y + y) <= (b * a)
            (fuel[] -= 1) < 0 && return :fuel
            let z = (() -> a)()
                x = -1 % 1009
            end
            y = ((z * b) > (y + x) ? y : ((a + z) == (x + y) ? a : x)) % 1009
        end
    end
    y = z % 1009
    y = (b - a) % 1009
    while (b > (z * x) ? x : a) == (() -> b)()
        (fuel[] -= 1) < 0 && return :fuel
        (b + z) <= z && return (x + z)
        g3 = q -> (y = q + z; y)
        push!(log, g3(0))
    end
    while (y != (x + z) || -1 == ((x * a) <= ((z * a) != x ? x : y) ? b : y))
        (fuel[] -= 1) < 0 && return :fuel
        x = (y + (() -> z)()) % 1009
        b != (y - x) && return z
        push!(log, (b - b))
    end
    try
        try
            y = (-2 + (x - a)) % 1009
            -2 <= (y - z) && error("e")
        catch
            x += b
            z -= b
            x -= a
        finally
            push!(log, 0)
        end
        x = y % 1009
        while (b <= (a - y) && 2 > (a != ((b - y) == -2 ? b : b) ? x : x))
            (fuel[] -= 1) < 0 && return :fuel
            y += 4
            x = a % 1009
            for i4 in [1, 3]
                (fuel[] -= 1) < 0 && return :fuel
                z = (x * (i4 - y)) % 1009
                z = ((x * x) * (x - y)) % 1009
                y = ((y - z) * 2) % 1009
                y = b % 1009
            end
        end
        (x + z) != 1 && error("e")
    catch
        try
            z = y % 1009
            if x > b
                y = z % 1009
                x = b % 1009
                y = x % 1009
            elseif a > -1
                z = 3 % 1009
            else
                z = y % 1009
                z = ((a * x) + y) % 1009
            end
            x = b % 1009
            y < y && error("e")
        catch
            for i5 in 1:2
                (fuel[] -= 1) < 0 && return :fuel
                z = ((a + x) + b) % 1009
                z = i5 % 1009
                z = 3 % 1009
            end
        finally
            push!(log, 0)
        end
        push!(log, x)
        for i6 in (3, 1, 2)
            (fuel[] -= 1) < 0 && return :fuel
            x = 0 % 1009
            x = (() -> (() -> i6)())() % 1009
        end
    end
    z
end
function f5(a, b, log, fuel)
    y = 2
    z = 0
    z = ((b + z) + a) % 1009
    (x <= 4 && (z * y) != 0) && return (y * z)
    let z = -2
        g1 = q -> (y = q + (y + a); y)
        push!(log, g1(0))
    end
    x = z % 1009
    z = z % 1009
    y = ((x * b) + (z + z)) % 1009
    (a * z)
end
function f6(a, b, log, fuel)
    x = 3
    y = 0
    if (z + b) == 3
        ((a * y) == x && a < x) && return (((x + b) > 2 || ((b * x) == ((z * b) <= (x - z) ? z : z) ? y : b) < -1) ? y : a)
        z = ((y + y) <= (a + z) ? z : (z + b)) % 1009
        if ((x < y ? z : b) < b && (y - y) != -1)
            let z = (a - x)
                z = b % 1009
            end
        else
            if b == a
                x = (0 <= (y != (a + b) ? z : a) ? (y - b) : (() -> b)()) % 1009
                y = b % 1009
                z = ((y + y) * b) % 1009
                z = 1 % 1009
            else
                x = z % 1009
                z = (y <= (y * b) ? z : (() -> y)()) % 1009
            end
        end
    end
    ((z + x) < b || (-2 == b ? x : x) == (y + b)) && return 2
    y = 0 % 1009
    if (() -> a)() < (x + b)
        g1 = q -> (z = q + (() -> a)(); z)
        push!(log, g1(0))
        x = x % 1009
    end
    (x == (b * y) || (() -> x)() == 0) && return (b + y)
    b
end
const FS = [f0, f1, f2, f3, f4, f5, f6]
for (k, f) in enumerate(FS), (a, b) in ((0, 1), (2, -1), (3, 2))
    log = Any[]
    r = try
        f(a, b, log, Ref(60))
    catch e
        sprint(showerror, e)
    end
    println(k - 1, " ", a, " ", r, " ", log)
end

