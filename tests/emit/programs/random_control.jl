# Random control flow: exits, scopes, closures, try.
function f0(a, b, log, fuel)
    x = 2
    y = 1
    z = (() -> b)() % 1009
    while (() -> y)() != (() -> z)()
        (fuel[] -= 1) < 0 && return :fuel
        z = ((y + y) * (b + y)) % 1009
        for i1 in 1:1
            (fuel[] -= 1) < 0 && return :fuel
            z = ((b + a) * (a <= (a + x) ? i1 : z)) % 1009
        end
        for i2 in [1, 2], i3 in 1:i2
            (fuel[] -= 1) < 0 && return :fuel
            for i4 in 1:1, i5 in 1:i4
                (fuel[] -= 1) < 0 && return :fuel
                y = (i4 + (x * y)) % 1009
                y = i3 % 1009
                x = (y > x ? a : (i3 - y)) % 1009
                y = b % 1009
            end
            x = a % 1009
            x = (i2 + (i3 - i2)) % 1009
            3 <= i3 && return (z + z)
        end
    end
    y
end
function f1(a, b, log, fuel)
    x = 2
    y = 3
    push!(log, 4)
    z = (((y == (b != (x * b) ? y : y) ? z : b) != (z + b) && (a * x) <= x) ? -1 : z) % 1009
    for i1 in 1:3, i2 in 1:i1
        (fuel[] -= 1) < 0 && return :fuel
        push!(log, i1)
        (a + b) <= ((y - y) != (i1 * i1) ? b : i2) && continue
        x += y
        for i3 in [1, 2]
            (fuel[] -= 1) < 0 && return :fuel
            z < (2 != 1 ? y : i1) || continue
        end
    end
    let x = 4
        if (() -> z)() <= (b + a)
            let y = (x - x)
                x = a % 1009
                y = -2 % 1009
                z = y % 1009
                y = (-2 * (b + a)) % 1009
            end
            y = (z <= 1 ? (b - b) : (((y + y) == 0 && (z * a) > a) ? a : b)) % 1009
            push!(log, -2)
        else
            for i4 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                z = b % 1009
            end
            for i5 in 3:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                y = (z + ((2 <= a || x < x) ? a : a)) % 1009
                y = 4 % 1009
                z = (() -> -1)() % 1009
                y = (() -> y)() % 1009
            end
            let y = (x * b)
                y = y % 1009
                z = x % 1009
                y = ((x * a) > (z + z) ? b : -1) % 1009
            end
        end
        if x < (z - z)
            z = a % 1009
            for i6 in [1, 1]
                (fuel[] -= 1) < 0 && return :fuel
                x = b % 1009
                y = b % 1009
                z = (2 * (y - y)) % 1009
                z = x % 1009
            end
        end
        let y = b
            for i7 in [1, 3]
                (fuel[] -= 1) < 0 && return :fuel
                z = ((x * x) == (a + z) ? x : z) % 1009
                y = z % 1009
                y = -1 % 1009
            end
            let z = (3 == ((b <= (b * y) && ((() -> a)() == (x + y) ? z : y) <= 3) ? b : a) ? b : a)
                x = ((x - z) - a) % 1009
                x = y % 1009
                y = -2 % 1009
                x = 4 % 1009
            end
        end
        (b * y) > (y - y) && return (y * a)
    end
    if ((a * a) < z && x != (x - x))
        let z = (x - x)
            y = x % 1009
            if 1 < x
                x = a % 1009
                y = y % 1009
                y = (b + (y + b)) % 1009
            end
            g8 = q -> (y = q + z; y)
            push!(log, g8(2))
        end
        x = 0 % 1009
        g9 = q -> (x = q + (b * x); x)
        push!(log, g9(2))
        push!(log, z)
    elseif (x + z) < a
        try
            g10 = q -> (z = q + ((z - b) > (a * x) ? a : a); z)
            push!(log, g10(1))
            while (2 <= 2 || ((a * y) != -1 ? a : b) != b)
                (fuel[] -= 1) < 0 && return :fuel
                z = a % 1009
            end
            x = ((y + y) < (y - a) ? -1 : (y - a)) % 1009
            (() -> b)() <= (((y - x) < a && (x + z) <= a) ? a : b) && error("e")
        catch
            for i11 in [1, 2]
                (fuel[] -= 1) < 0 && return :fuel
                y = (b <= a ? i11 : (b - i11)) % 1009
                z = x % 1009
            end
            let x = (x * a)
                z = (0 <= y ? z : x) % 1009
                z = 4 % 1009
                z = (() -> a)() % 1009
                x = ((x * b) + (x + y)) % 1009
            end
            x = y % 1009
        end
        if ((b < x ? y : y) > y && y <= (y * z))
            for i12 in 1:4
                (fuel[] -= 1) < 0 && return :fuel
                y = 0 % 1009
            end
        end
    end
    b
end
function f2(a, b, log, fuel)
    x = 0
    y = 0
    z = 0
    for i1 in 3:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        x = z % 1009
        g2 = q -> (y = q + 3; y)
        push!(log, g2(0))
        for i3 in 1:1
            (fuel[] -= 1) < 0 && return :fuel
            if ((x + y) <= (a - i3) && (() -> i3)() != (() -> a)())
                y = (1 - (x - x)) % 1009
                x = 0 % 1009
                x = 0 % 1009
            end
            for i4 in 1:4
                (fuel[] -= 1) < 0 && return :fuel
                z = 4 % 1009
                y = (i3 - (y - b)) % 1009
            end
            for i5 in 1:3, i6 in 1:i5
                (fuel[] -= 1) < 0 && return :fuel
                z = -2 % 1009
            end
        end
        (-2 > (z - b) || ((x + x) != (z * x) ? i1 : y) < (y * a)) && return b
    end
    x = ((x * x) * 2) % 1009
    for i7 in 3:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        x = 3 % 1009
        x = -1 % 1009
        x = i7 % 1009
    end
    for i8 in (3, 1, 2)
        (fuel[] -= 1) < 0 && return :fuel
        y = ((((z * x) < y ? z : x) < 1 ? b : b) + (() -> a)()) % 1009
        z = i8 % 1009
        y = ((((z - b) > (b + b) || (i8 + x) != (() -> b)()) ? y : a) - b) % 1009
        for i9 in 1:1
            (fuel[] -= 1) < 0 && return :fuel
            y = i9 % 1009
            if (y == y && (x * i8) < (i9 + y))
                y = (x - (y * a)) % 1009
                y = i8 % 1009
                z = (0 > (i8 * i9) ? z : i9) % 1009
                z = (b - ((() -> y)() < i9 ? z : i8)) % 1009
            else
                x = (3 - (() -> b)()) % 1009
                x = ((i9 * x) - (x + y)) % 1009
                z = a % 1009
            end
            if a > (i8 * y)
                x = 3 % 1009
                z = ((z <= -2 && (b + z) > z) ? (z * i9) : (x - a)) % 1009
                y = -2 % 1009
            end
            for i10 in 1:2
                (fuel[] -= 1) < 0 && return :fuel
                y = ((b + b) * (((i10 * x) > a && (b * i9) > b) ? a : a)) % 1009
                y = i9 % 1009
                z = i8 % 1009
            end
        end
    end
    (b * z)
end
function f3(a, b, log, fuel)
    x = 0
    y = 1
    z = 3
    y = b % 1009
    x = ((((((() -> y)() > (x * a) ? y : b) != (() -> x)() ? y : x) > a || a == (z + x)) ? a : b) * 1) % 1009
    g1 = q -> (z = q + -1; z)
    push!(log, g1(2))
    y = (1 - z) % 1009
    push!(log, (x == (b - z) ? b : a))
    y
end
function f4(a, b, log, fuel)
    x = 1
    y = 0
    z = 0
    -2 <= (x + b) && return b
    if (b < (a > (a * z) ? b : x) && z == (() -> x)())
        z = (() -> b)() % 1009
        if (z + x) > (y * a)
            x = ((y == (a + z) ? b : a) * z) % 1009
            while (x - x) <= (() -> y)()
                (fuel[] -= 1) < 0 && return :fuel
                z = (x - (a * z)) % 1009
                x = a % 1009
            end
            push!(log, b)
        elseif (-1 <= (b + z) || (a - x) != -1)
            try
                y = ((a - x) - -1) % 1009
                y = a % 1009
                (b * x) > (x > (x * b) ? a : y) && error("e")
            catch
                y = x % 1009
                y = ((b + a) * 1) % 1009
                x = z % 1009
            end
            (a == a || (x * y) != a) && return a
            for i1 in 1:2, i2 in 1:i1
                (fuel[] -= 1) < 0 && return :fuel
                y = 4 % 1009
                z = ((b * y) + (y - x)) % 1009
                y = (2 * (a * y)) % 1009
                x = 2 % 1009
            end
        else
            y = (b + 4) % 1009
            push!(log, (y - y))
            y = ((y - y) + a) % 1009
        end
        while x != (z + y)
            (fuel[] -= 1) < 0 && return :fuel
            while 4 == (a - b)
                (fuel[] -= 1) < 0 && return :fuel
                x = (x - (y - b)) % 1009
                x = z % 1009
                z = (b * x) % 1009
                z = 1 % 1009
            end
        end
        x = ((y * x) * ((() -> x)() != (y * a) ? z : x)) % 1009
    elseif (b - y) < (x + z)
        (x != (a - b) || (z <= 1 ? x : b) > (b > a ? z : z)) && return (z * z)
    end
    x = ((b <= z || (y * b) > (y - x)) ? (a * x) : (a + b)) % 1009
    if 4 != (a + b)
        if (2 > 1 && ((b + y) == b ? y : b) == y)
            g3 = q -> (x = q + -2; x)
            push!(log, g3(3))
        end
        y = x % 1009
    else
        y = 4 % 1009
        let y = 3
            if z < (b - x)
                z = ((b + y) + (b + b)) % 1009
                y = (1 + (a - y)) % 1009
            else
                x = 0 % 1009
                x = ((((x + b) <= z || b != (z - z)) ? b : x) != 4 ? 0 : a) % 1009
            end
            push!(log, y)
        end
        while x != (y + z)
            (fuel[] -= 1) < 0 && return :fuel
            for i4 in (3, 1, 2), i5 in 1:i4
                (fuel[] -= 1) < 0 && return :fuel
                x = (z * (() -> x)()) % 1009
                y = -1 % 1009
                y = 2 % 1009
                z = ((() -> a)() - z) % 1009
            end
            let y = (() -> a)()
                y = (((b * z) <= (y * z) || 0 < x) ? (x - y) : (a + a)) % 1009
                z = (x * 1) % 1009
                x = (() -> (y == (((() -> a)() <= (b - z) || -1 < (a - y)) ? a : b) ? a : a))() % 1009
                x = 3 % 1009
            end
            let x = (() -> z)()
                x = -1 % 1009
                x = (((4 != b || b > z) ? z : a) + a) % 1009
            end
            x = (b - z) % 1009
        end
        push!(log, (b - a))
    end
    for i6 in [1, 2]
        (fuel[] -= 1) < 0 && return :fuel
        while i6 < x
            (fuel[] -= 1) < 0 && return :fuel
            y == (z - y) && return (x * a)
            z = 2 % 1009
            if (a - i6) != (x * x)
                z = a % 1009
                x = 0 % 1009
                x = (3 * (x - y)) % 1009
            end
        end
    end
    x
end
function f5(a, b, log, fuel)
    x = 0
    z = 0
    z = y % 1009
    y = z % 1009
    y = a % 1009
    try
        let z = 1
            push!(log, -1)
            z = (b * b) % 1009
            if 0 > (() -> y)()
                x = (4 == (z * z) ? b : z) % 1009
                z = z % 1009
                y = -1 % 1009
            end
        end
        z = b % 1009
        while (x * x) == b
            (fuel[] -= 1) < 0 && return :fuel
            (b + a) <= a || break
            z = (0 * -2) % 1009
            (a > (x + x) && (b == y ? a : a) <= z) || continue
        end
        if x > a
            push!(log, b)
        elseif a > (y - y)
            if a <= (() -> b)()
                y = (((y * x) < (z * b) ? a : y) - (z != (a - a) ? x : a)) % 1009
                z = ((() -> a)() * (b * x)) % 1009
            elseif ((z - a) == -2 && 4 < 4)
                y = y % 1009
            end
            g1 = q -> (y = q + x; y)
            push!(log, g1(2))
            while (b < (b - b) && -2 < (y + x))
                (fuel[] -= 1) < 0 && return :fuel
                z = 4 % 1009
                x = ((x + b) - a) % 1009
                x = (((z != ((y != x || 3 == z) ? b : a) || 2 <= a) ? a : b) * (() -> b)()) % 1009
            end
        else
            try
                x = a % 1009
                x = 4 % 1009
                z = y % 1009
                z < a && error("e")
            catch
                y = (x - x) % 1009
            finally
                push!(log, 0)
            end
            for i2 in 4:-1:1, i3 in 1:i2
                (fuel[] -= 1) < 0 && return :fuel
                x = z % 1009
                x = (y - (i3 * y)) % 1009
            end
            push!(log, (a - y))
            if ((z - z) == z || (z + y) < 2)
                y = -1 % 1009
                z = ((y <= ((b * x) <= a ? z : z) || (((x * z) != z || ((y != (() -> b)() && (b + x) > x) ? y : x) > 3) ? a : b) != (z * a)) ? b : (x * b)) % 1009
                y = y % 1009
            elseif (b <= (y - b) && y > y)
                z = ((z * z) * (y + y)) % 1009
                y = y % 1009
            end
        end
        b > (0 <= x ? z : z) && error("e")
    catch
        push!(log, x)
        if (y < (b - a) && (b * y) > (a + y))
            ((z + x) > a || (a * a) != (a * y)) && return (b - a)
        else
            if y != b
                x = b % 1009
                y = (((x - b) < (b + b) || (b * z) > z) ? (a * b) : 0) % 1009
            elseif ((y * x) > ((z + x) < -2 ? x : b) || (b + a) < (y + z))
                z = (b == z ? (a + z) : (b > (b - y) ? z : y)) % 1009
            else
                x = (-2 + b) % 1009
                y = (z == y ? (y + y) : 2) % 1009
            end
        end
        x -= (z + y)
    end
    let z = x
        z = x % 1009
    end
    z -= z
    ((b * a) > -2 ? a : y)
end
function f6(a, b, log, fuel)
    x = 0
    y = 1
    z = 1
    for i1 in 1:3
        (fuel[] -= 1) < 0 && return :fuel
        x += (x * z)
        g2 = q -> (x = q + (i1 * y); x)
        push!(log, g2(0))
        (a > 4 && i1 <= ((b > (a - a) && 0 <= (a - y)) ? x : y)) && return ((() -> z)() < (a == (y - i1) ? b : x) ? a : a)
        if 4 <= -2
            a <= (i1 - x) && return ((((x * a) < (i1 + z) || -2 != 2) ? z : y) != 2 ? x : a)
        else
            y = (-2 + (z + y)) % 1009
            (i1 > (z * y) || ((((y > (b * i1) || y == (z * a)) ? i1 : z) != -2 || x < a) ? y : y) == 0) && return (((b + x) != z || z <= (a + y)) ? z : z)
            for i3 in [1, 2]
                (fuel[] -= 1) < 0 && return :fuel
                z = (b - z) % 1009
            end
            y = ((i1 - y) + 4) % 1009
        end
    end
    for i4 in 2:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        y = -2 % 1009
        x = y % 1009
        if (a * b) > x
            z = 4 % 1009
            if ((i4 < (b + z) ? b : a) == ((a + b) > b ? z : i4) && 1 <= z)
                x = i4 % 1009
                y = ((y * x) * (b * i4)) % 1009
            elseif ((() -> x)() != y && (((b - i4) != i4 || 0 < (z - a)) ? a : b) == (y * z))
                x = b % 1009
            end
            y = ((b * a) + (() -> y)()) % 1009
            if (b > z && b > y)
                y = 4 % 1009
                x = ((b + b) > y ? ((y > i4 ? b : a) <= x ? z : a) : (a - a)) % 1009
                y = a % 1009
                y = ((i4 + x) - 2) % 1009
            else
                y = 2 % 1009
            end
        else
            if b < a
                z = (y - (2 <= 2 ? b : z)) % 1009
                x = x % 1009
                z = -2 % 1009
            elseif (i4 > y && (y - i4) <= z)
                y = ((i4 * a) != (z + a) ? (z - i4) : (y + i4)) % 1009
            end
            (4 == (y + x) ? a : y) != a || break
            if (1 < (y - z) && (i4 - a) != i4)
                z = (b + (b + i4)) % 1009
                y = z % 1009
                y = ((i4 + y) + (z + b)) % 1009
                z = ((() -> b)() * -2) % 1009
            else
                y = 1 % 1009
                y = y % 1009
            end
        end
    end
    g5 = q -> (x = q + (b - z); x)
    push!(log, g5(3))
    try
        z = ((() -> y)() < b ? -1 : 0) % 1009
        (x - b) > 2 && error("e")
    catch
        while ((a - b) > b || b < y)
            (fuel[] -= 1) < 0 && return :fuel
            (y < x || 3 > y) && continue
        end
        push!(log, (a + z))
    finally
        push!(log, 0)
    end
    x = (b + z) % 1009
    x = 1 % 1009
    (x - x)
end
function f7(a, b, log, fuel)
    x = 2
    y = 3
    z = 2
    while (4 < (x + x) || -1 == y)
        (fuel[] -= 1) < 0 && return :fuel
        try
            while x > (b <= (x * b) ? y : a)
                (fuel[] -= 1) < 0 && return :fuel
                z = ((x + y) + (b * z)) % 1009
                x = ((a - y) * (y * y)) % 1009
                x = (a + (y + a)) % 1009
            end
            ((x + b) <= y || (y * b) != -2) && error("e")
        catch
            if 3 != x
                z = a % 1009
            else
                y = 4 % 1009
                x = (b + z) % 1009
                z = 2 % 1009
                z = -1 % 1009
            end
            3 != (() -> x)() || break
            for i1 in (3, 1, 2), i2 in 1:i1
                (fuel[] -= 1) < 0 && return :fuel
                x = -2 % 1009
                z = z % 1009
                y = ((i1 + i2) > 2 ? (() -> i2)() : b) % 1009
                x = ((b - b) * 3) % 1009
            end
        finally
            push!(log, 0)
        end
    end
    y = z % 1009
    y = ((a * y) + a) % 1009
    let y = (a - x)
        y = 2 % 1009
        push!(log, b)
    end
    if 2 == (a - y)
        while a == z
            (fuel[] -= 1) < 0 && return :fuel
            try
                y = ((b * y) + (a * x)) % 1009
                (z - a) > (z + a) && error("e")
            catch
                z = z % 1009
                x = 0 % 1009
            end
            for i3 in 4:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                z = z % 1009
                z = ((x + b) - (i3 - y)) % 1009
                x = ((a - y) * x) % 1009
                z = b % 1009
            end
            y = (z - (b - b)) % 1009
            (y * a) != y && break
        end
        if ((z + b) < x || (b * a) < y)
            z -= ((z * b) == ((b > (b + x) && (y + b) <= z) ? a : z) ? x : x)
        else
            let y = a
                y = b % 1009
                z = ((y * b) * x) % 1009
                x = ((y < 3 || (y - z) <= (a - x)) ? z : ((y < x && (x < b ? b : a) == (z + z)) ? x : z)) % 1009
            end
            push!(log, y)
            push!(log, z)
            for i4 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                x = a % 1009
                y = -1 % 1009
                x = b % 1009
            end
        end
    elseif 3 <= -1
        if 1 < ((z + z) != y ? b : y)
            for i5 in [1, 0]
                (fuel[] -= 1) < 0 && return :fuel
                y = x % 1009
                z = ((y + y) + 1) % 1009
            end
            for i6 in [1, 2]
                (fuel[] -= 1) < 0 && return :fuel
                x = (((b - x) != 2 ? x : z) * x) % 1009
            end
            push!(log, (x * a))
            push!(log, b)
        end
        for i7 in [1, 1]
            (fuel[] -= 1) < 0 && return :fuel
            try
                x = x % 1009
                (y * x) > ((b * i7) != a ? x : z) && error("e")
            catch
                z = (x <= y ? z : x) % 1009
                z = ((i7 * x) * y) % 1009
            end
            ((a + x) == z || (1 > (a - i7) ? b : b) != b) && break
            (i7 - a) < b && break
        end
        y = ((z + z) + ((4 > x || 3 > z) ? x : x)) % 1009
    else
        if z < z
            y = ((a + x) == a ? a : (y > (x + z) ? z : a)) % 1009
        elseif (() -> y)() < 4
            for i8 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = z % 1009
                y = i8 % 1009
                x = z % 1009
            end
            z = 2 % 1009
        else
            for i9 in 4:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                x = ((i9 + x) - (i9 + a)) % 1009
                y = x % 1009
            end
        end
        x = x % 1009
        while (x < b ? a : b) > (a * a)
            (fuel[] -= 1) < 0 && return :fuel
            (a + z) == (a - z) || break
        end
    end
    while (a == (z + b) || 4 <= a)
        (fuel[] -= 1) < 0 && return :fuel
        if (z * y) <= (y - y)
            for i10 in 1:3
                (fuel[] -= 1) < 0 && return :fuel
                z = (y - x) % 1009
                y = y % 1009
                z = (3 + b) % 1009
            end
            z = x % 1009
            y = (1 * (x * x)) % 1009
            x = (y + (z * y)) % 1009
        else
            x = (((x - y) == -2 && (z * y) <= (b * a)) ? y : ((z * x) != -1 ? z : b)) % 1009
            if (y * b) <= -2
                x = (3 + (x - z)) % 1009
                x = ((y * y) - (z * z)) % 1009
            elseif ((b + b) == (b - z) ? x : x) < -1
                y = ((a * b) + (() -> x)()) % 1009
                x = ((z - x) + a) % 1009
            else
                y = b % 1009
                x = ((z * z) + 3) % 1009
                x = (() -> (y - a))() % 1009
            end
            g11 = q -> (y = q + z; y)
            push!(log, g11(1))
            y != x && break
        end
        x = (0 + 0) % 1009
    end
    y = 2 % 1009
    a
end
function f8(a, b, log, fuel)
    x = 1
    y = 2
    z = 2
    for i1 in [1, 0]
        (fuel[] -= 1) < 0 && return :fuel
        while a != (z - y)
            (fuel[] -= 1) < 0 && return :fuel
            y = i1 % 1009
            if (y + z) > -1
                z = (x + x) % 1009
                z = x % 1009
                x = ((b + z) <= b ? x : ((z != (() -> y)() || ((i1 != (a * y) || z != (((y + a) != b || (i1 + y) <= b) ? y : y)) ? y : a) <= (a + z)) ? i1 : i1)) % 1009
            else
                z = a % 1009
            end
            if (z + z) != (() -> x)()
                x = ((y + b) <= -2 ? (z - b) : a) % 1009
                y = 0 % 1009
                y = (() -> (y * a))() % 1009
                z = i1 % 1009
            elseif y < (b - x)
                z = 4 % 1009
                z = x % 1009
            else
                x = -2 % 1009
                x = x % 1009
                y = b % 1009
            end
        end
        x += y
        x = (() -> (z * i1))() % 1009
        ((() -> i1)() <= (x - x) && -1 == z) || break
    end
    for i2 in [1, 1]
        (fuel[] -= 1) < 0 && return :fuel
        g3 = q -> (z = q + (x * y); z)
        push!(log, g3(3))
        if (((z * y) != (a - b) ? b : a) > y || (i2 - x) < (i2 - a))
            y = ((b - b) + (z - x)) % 1009
            z = -1 % 1009
        else
            for i4 in 4:-1:1, i5 in 1:i4
                (fuel[] -= 1) < 0 && return :fuel
                x = (i2 * (i2 - i4)) % 1009
            end
        end
    end
    if (z <= ((b + b) <= 3 ? z : z) || a <= a)
        x = x % 1009
        x = ((y - z) + (y + x)) % 1009
        z = 2 % 1009
    else
        push!(log, y)
        push!(log, ((a < (a + y) || -1 == -2) ? z : z))
    end
    for i6 in (3, 1, 2)
        (fuel[] -= 1) < 0 && return :fuel
        y = y % 1009
        b <= ((i6 + i6) != 1 ? b : z) || continue
        try
            z = (((x + z) != (x * b) || y > y) ? i6 : (x + b)) % 1009
            (b + y) > (y * a) && error("e")
        catch
            if (-2 <= (() -> y)() && x > x)
                z = (x + y) % 1009
                z = 0 % 1009
            end
            z = x % 1009
        finally
            push!(log, 0)
        end
        let x = ((z + z) != 1 ? z : a)
            for i7 in 2:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                x = y % 1009
            end
            z = ((i6 - x) + b) % 1009
        end
    end
    while ((1 < (y * b) || (z + x) < (-1 != (b - a) ? a : z)) ? a : a) < x
        (fuel[] -= 1) < 0 && return :fuel
        let x = (z + y)
            while a <= (x - x)
                (fuel[] -= 1) < 0 && return :fuel
                x = 4 % 1009
                x = z % 1009
                y = (z != 2 ? -1 : (z * y)) % 1009
            end
            (3 != a || (x < x ? a : b) <= b) && break
            let z = (z + z)
                z = (a + (z - y)) % 1009
                y = 2 % 1009
            end
            for i8 in 1:2
                (fuel[] -= 1) < 0 && return :fuel
                y = ((x - x) < z ? (x * a) : (x + i8)) % 1009
                x = y % 1009
                z = (-2 - b) % 1009
                x = y % 1009
            end
        end
        y = y % 1009
    end
    push!(log, ((z > y || -1 == 2) ? x : a))
    while (-2 > (a - a) && z != b)
        (fuel[] -= 1) < 0 && return :fuel
        if (() -> b)() < y
            for i9 in [1, 1]
                (fuel[] -= 1) < 0 && return :fuel
                z = -2 % 1009
                y = (() -> i9)() % 1009
            end
            push!(log, z)
            x > (b * y) && return (b - b)
        elseif y == 1
            (b - a) < (() -> b)() && return (() -> a)()
            if (a * y) > y
                x = (2 + z) % 1009
                z = x % 1009
                x = (-1 - (y + a)) % 1009
            end
        end
    end
    push!(log, (0 < a ? z : a))
    b
end
function f9(a, b, log, fuel)
    x = 2
    y = 3
    z = 2
    push!(log, x)
    x = ((b + b) * 1) % 1009
    push!(log, a)
    push!(log, (((() -> b)() <= y && y == z) ? a : x))
    for i1 in 1:2
        (fuel[] -= 1) < 0 && return :fuel
        y = (3 - (z + b)) % 1009
        if (i1 - b) > b
            if 4 != i1
                x = (() -> y)() % 1009
                x = (a + (b + z)) % 1009
            else
                x = x % 1009
            end
            for i2 in 1:4
                (fuel[] -= 1) < 0 && return :fuel
                x = z % 1009
                x = -1 % 1009
                z = ((i1 - i2) + (z + i1)) % 1009
                x = ((z * y) * 2) % 1009
            end
            x = (x < (z * z) ? (x * y) : ((a - x) > (a + z) ? i1 : i1)) % 1009
        else
            y -= -1
            if ((z * y) < (b - a) && ((a + x) < x ? z : y) > (a - b))
                y = (() -> y)() % 1009
                y = (z < x ? (a * a) : (a + y)) % 1009
                x = y % 1009
                x = a % 1009
            else
                z = ((-1 > (x - a) ? b : b) - b) % 1009
            end
        end
    end
    if (a - b) > (b * y)
        if (b + y) < (b - z)
            y = (4 - 3) % 1009
            while y == (a * a)
                (fuel[] -= 1) < 0 && return :fuel
                y = (b + (z + z)) % 1009
                y = x % 1009
                y = x % 1009
            end
            y = (((((z * x) != (() -> x)() ? a : y) != (x - x) || ((b + a) <= (y - z) ? x : x) < x) ? a : x) + 1) % 1009
        elseif ((y * a) > b && a != (() -> a)())
            x = ((b - y) * (x * z)) % 1009
            x = x % 1009
            if b != (() -> x)()
                y = b % 1009
                y = ((b + b) - -1) % 1009
                z = (z + (x - x)) % 1009
            end
        end
        y = (b + (z + b)) % 1009
        y = b % 1009
        for i3 in 1:3, i4 in 1:i3
            (fuel[] -= 1) < 0 && return :fuel
            let z = (() -> x)()
                x = ((() -> a)() + (4 != (y + i3) ? i4 : i3)) % 1009
                z = x % 1009
                z = (4 * b) % 1009
                x = ((z - i3) - (i3 * z)) % 1009
            end
            x = (z * i3) % 1009
        end
    end
    (y - b) != (y - a) && return (() -> a)()
    x
end
function f10(a, b, log, fuel)
    y = 2
    z = 0
    z = ((z + y) + x) % 1009
    2 == (a * b) && return 2
    let z = y
        push!(log, 3)
        g1 = q -> (x = q + (y * z); x)
        push!(log, g1(3))
        while b == x
            (fuel[] -= 1) < 0 && return :fuel
            if b != (b - x)
                y = -2 % 1009
                z = x % 1009
                z = 3 % 1009
            elseif (b * x) != 0
                x = -2 % 1009
                x = x % 1009
                x = 0 % 1009
                x = ((y + x) - y) % 1009
            end
        end
    end
    y = ((b != 3 ? x : y) == y ? (() -> x)() : -1) % 1009
    z = a % 1009
    z
end
function f11(a, b, log, fuel)
    y = 0
    z = 3
    if (b * x) != (y + b)
        while ((b < 3 ? a : y) != 1 && y == z)
            (fuel[] -= 1) < 0 && return :fuel
            if 1 > a
                x = y % 1009
                z = x % 1009
                y = a % 1009
            else
                z = y % 1009
                x = -2 % 1009
            end
        end
        if (b - x) > b
            x = z % 1009
            for i1 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                z = b % 1009
                x = z % 1009
            end
            push!(log, y)
        else
            if ((a * a) == (() -> a)() ? a : y) == (() -> z)()
                z = (b - -2) % 1009
                x = (b * (x - b)) % 1009
            else
                z = y % 1009
            end
            z = b % 1009
            g2 = q -> (z = q + (x * b); z)
            push!(log, g2(1))
        end
        y = (x == x ? y : y) % 1009
    elseif (a + b) != x
        if (b <= (z + z) && y < ((y * z) == y ? b : x))
            z += (a * b)
            for i3 in (3, 1, 2), i4 in 1:i3
                (fuel[] -= 1) < 0 && return :fuel
                y = x % 1009
                x = b % 1009
                y = -2 % 1009
                z = z % 1009
            end
            if (x * z) == (() -> x)()
                z = (x != (y * b) ? ((z * x) > -1 ? z : b) : -1) % 1009
                y = (a > a ? 1 : (x - b)) % 1009
                x = b % 1009
            else
                y = -2 % 1009
                y = b % 1009
            end
            x = (0 + 2) % 1009
        end
    end
    push!(log, z)
    try
        try
            (y - z) != (y + z) && return x
            a != z && error("e")
        catch
            y = -1 % 1009
            for i5 in 4:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                x = b % 1009
                z = ((i5 - b) != a ? (a + y) : x) % 1009
                z = (2 * (a - x)) % 1009
            end
            z = y % 1009
            if (a + x) != (y - z)
                y = ((z - z) != y ? z : y) % 1009
                y = z % 1009
            else
                x = x % 1009
                x = x % 1009
                z = y % 1009
            end
        end
        push!(log, ((y < x ? a : y) <= (y * x) ? x : a))
        for i6 in 1:3
            (fuel[] -= 1) < 0 && return :fuel
            while (i6 * y) > a
                (fuel[] -= 1) < 0 && return :fuel
                z = y % 1009
            end
        end
        (z - z) > y && error("e")
    catch
        z == (z - z) && return ((y * a) != 0 ? a : x)
        for i7 in [1, 3], i8 in 1:i7
            (fuel[] -= 1) < 0 && return :fuel
            for i9 in 1:2
                (fuel[] -= 1) < 0 && return :fuel
                z = (((y < (x * z) ? x : y) <= (y * y) ? a : b) > x ? (i9 < (() -> i9)() ? y : i8) : -1) % 1009
                x = 1 % 1009
                x = (4 * (a - a)) % 1009
            end
            y = a % 1009
            y += (i8 + a)
        end
        if (a == z || a < x)
            z -= 1
        end
        while (z - z) == 3
            (fuel[] -= 1) < 0 && return :fuel
            y = b % 1009
            y = b % 1009
        end
    end
    for i10 in [1, 3], i11 in 1:i10
        (fuel[] -= 1) < 0 && return :fuel
        x = i11 % 1009
        if ((b + y) == b && (b - y) <= (x * x))
            y = -1 % 1009
            y += ((a > (b * i11) && x == b) ? i11 : z)
            g12 = q -> (x = q + (i10 - x); x)
            push!(log, g12(2))
        else
            (x + a) < -2 && return -1
            try
                z = y % 1009
                z = z % 1009
                y = z % 1009
                y = ((b * y) > (() -> a)() ? (y * i11) : (b + b)) % 1009
                ((a - i11) == (() -> i10)() && (x - i10) != (i11 - y)) && error("e")
            catch
                x = ((i11 * i11) + x) % 1009
                z = (a <= (a - y) ? 1 : ((a == 0 || (a + i11) == (x - a)) ? a : b)) % 1009
            end
            -2 < (a + y) && break
            x += (i10 * x)
        end
    end
    if (y + a) < (((b * a) < ((a - y) > (x - a) ? y : y) || b > 0) ? y : z)
        try
            if -1 == y
                z = a % 1009
                z = ((y - b) * y) % 1009
                x = -1 % 1009
            end
            push!(log, (z + x))
            a > b && error("e")
        catch
            for i13 in [1, 3]
                (fuel[] -= 1) < 0 && return :fuel
                y = 3 % 1009
                x = -1 % 1009
                y = 3 % 1009
            end
            if (x <= x && y < (y - b))
                x = (1 < a ? (x * y) : (y - y)) % 1009
                x = 1 % 1009
                z = z % 1009
                z = (a > a ? (x + y) : y) % 1009
            else
                x = 4 % 1009
                y = z % 1009
                x = ((((a - y) == (b + x) && -1 < (x - a)) ? z : y) - x) % 1009
                z = b % 1009
            end
            x = a % 1009
        end
        if b == (y - a)
            x -= a
            x = 4 % 1009
            y = (y == (b * a) ? (b + a) : (x * x)) % 1009
            z -= -2
        end
        for i14 in 1:4
            (fuel[] -= 1) < 0 && return :fuel
            push!(log, b)
            for i15 in 4:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                x = (z - (i14 * i14)) % 1009
            end
        end
    end
    push!(log, (x * b))
    try
        x == y && return y
        x < (b - y) && error("e")
    catch
        1 < ((y + a) != b ? x : b) && return (b + z)
        if (4 == x ? b : a) != (z - b)
            ((z + b) == y || ((x * x) > y ? y : x) == -2) && return -2
        else
            while b != 1
                (fuel[] -= 1) < 0 && return :fuel
                z = x % 1009
            end
            z = 0 % 1009
            while x == y
                (fuel[] -= 1) < 0 && return :fuel
                z = a % 1009
                z = (0 + x) % 1009
            end
            push!(log, x)
        end
    end
    ((x != b && z < (a * b)) ? x : z)
end
function f12(a, b, log, fuel)
    x = 0
    y = 1
    z = 2
    push!(log, b)
    z = a % 1009
    (b - x) == -2 && return (z < 4 ? z : x)
    while 3 == ((x * b) < (z * x) ? a : z)
        (fuel[] -= 1) < 0 && return :fuel
        while (y != x && (x - b) == (() -> y)())
            (fuel[] -= 1) < 0 && return :fuel
            z = ((((x + y) <= x || b < ((4 != (z + y) || y == ((x * z) < y ? x : x)) ? a : z)) ? b : z) <= (a * a) ? (b * x) : (a + x)) % 1009
            y = (1 * b) % 1009
        end
        while (x + a) > (a - x)
            (fuel[] -= 1) < 0 && return :fuel
            x += 2
        end
        if (x + x) < (b + x)
            y = 1 % 1009
            if (z * y) > a
                z = y % 1009
            else
                y = b % 1009
                z = a % 1009
                x = z % 1009
                y = a % 1009
            end
            if (0 != (y + b) || (a + a) == 2)
                x = a % 1009
                x = (((y - y) > -2 ? b : y) * x) % 1009
                y = (y + (a * z)) % 1009
                y = y % 1009
            end
            a != z && break
        elseif (z * a) != (a + z)
            for i1 in (3, 1, 2), i2 in 1:i1
                (fuel[] -= 1) < 0 && return :fuel
                x = a % 1009
                y = i2 % 1009
            end
            if a > (a != (() -> a)() ? a : b)
                x = ((y - b) + z) % 1009
                x = -1 % 1009
                y = x % 1009
            end
            (y == (x - b) && (() -> b)() < b) && break
            for i3 in 3:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                y = 1 % 1009
                z = x % 1009
            end
        else
            (x > (() -> z)() && (x - y) < z) && return z
            y = ((((a <= (x + a) && (a * b) != b) ? y : z) < z || (a + x) > -1) ? b : (z + a)) % 1009
        end
        x -= x
    end
    y = ((2 != (x - b) ? a : y) < b ? x : z) % 1009
    y = (4 > z ? y : (b - z)) % 1009
    4
end
function f13(a, b, log, fuel)
    x = 0
    y = 2
    z = 3
    y += (b * z)
    y = (a * (b * b)) % 1009
    push!(log, (z - a))
    try
        while (z == b && 0 < (b - z))
            (fuel[] -= 1) < 0 && return :fuel
            x != (y - z) && return b
        end
        z = x % 1009
        if (-1 > (y * b) || (b - x) <= -1)
            y = (y > b ? a : (x + y)) % 1009
            if (b - y) == x
                x = -2 % 1009
                x = (() -> (() -> z)())() % 1009
                x = a % 1009
                x = ((a * x) < y ? -1 : a) % 1009
            else
                y = 2 % 1009
                x = (1 + x) % 1009
            end
            for i1 in [1, 0]
                (fuel[] -= 1) < 0 && return :fuel
                x = (i1 * -1) % 1009
                y = (i1 * 0) % 1009
                y = 4 % 1009
            end
            z = b % 1009
        elseif (b * y) == x
            if -1 == (() -> b)()
                x = b % 1009
            else
                z = 2 % 1009
                z = b % 1009
            end
            z = (() -> y)() % 1009
            z -= z
            if (y > x || x <= (x - y))
                x = (x * (z + a)) % 1009
                y = (() -> (z - a))() % 1009
                z = -1 % 1009
            else
                z = ((() -> a)() - 1) % 1009
                x = ((z - y) + a) % 1009
                x = (a + (a + x)) % 1009
            end
        end
        (z - b) == (b < z ? b : a) && error("e")
    catch
        while ((a - b) == -2 || b > (x <= a ? x : x))
            (fuel[] -= 1) < 0 && return :fuel
            z = 4 % 1009
        end
    finally
        push!(log, 0)
    end
    y
end
function f14(a, b, log, fuel)
    x = 2
    y = 3
    z = 2
    if b > z
        push!(log, (y + a))
        while z < ((x * z) <= (y + b) ? y : z)
            (fuel[] -= 1) < 0 && return :fuel
            ((b + y) <= (z * a) && (((y * z) != (z + x) && (z > a ? y : b) <= 0) ? b : z) == b) && return 3
            z = a % 1009
        end
        if (b + a) > (a - z)
            z = b % 1009
        elseif b > 0
            if (y + a) != (b * y)
                x = -1 % 1009
                x = b % 1009
                y = 1 % 1009
            else
                y = x % 1009
            end
            (z < b ? y : x) > 2 && return (b * b)
            y = a % 1009
            for i1 in [1, 2]
                (fuel[] -= 1) < 0 && return :fuel
                y = z % 1009
                x = (1 + 2) % 1009
            end
        end
    elseif ((z + x) <= (() -> a)() ? b : a) == a
        y = ((() -> b)() + (b * z)) % 1009
    end
    if (z + y) != ((z == b && (x + a) < (a + x)) ? x : b)
        x = 2 % 1009
        if (a == (() -> y)() && a > (z + z))
            push!(log, (() -> z)())
            if (y - x) != (a + b)
                z = ((a + b) * (x * b)) % 1009
            end
            push!(log, (a * x))
            while z != (z + z)
                (fuel[] -= 1) < 0 && return :fuel
                z = x % 1009
                z = z % 1009
                z = 1 % 1009
            end
        else
            push!(log, x)
            z = (y + 2) % 1009
        end
        push!(log, (b - x))
        (z + z) > 2 && return a
    elseif (() -> x)() == x
        push!(log, (x - y))
        if (x - z) <= y
            try
                y = a % 1009
                z = a % 1009
                y = ((b * y) - a) % 1009
                y = (4 - z) % 1009
                b > 3 && error("e")
            catch
                y = (b + 3) % 1009
            end
            x = -2 % 1009
            try
                z = (() -> z)() % 1009
                x = x % 1009
                0 < (b + x) && error("e")
            catch
                z = (-2 * (4 > (() -> a)() ? a : z)) % 1009
                y = ((y - b) + (x - a)) % 1009
            end
        end
        for i2 in [1, 0], i3 in 1:i2
            (fuel[] -= 1) < 0 && return :fuel
            for i4 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = ((a * b) > (a * i3) ? (i4 * y) : (y * a)) % 1009
            end
        end
        for i5 in (3, 1, 2)
            (fuel[] -= 1) < 0 && return :fuel
            z = 1 % 1009
            x = b % 1009
        end
    end
    for i6 in 3:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        -1 > ((i6 < i6 || (i6 * x) < -2) ? b : a) && break
        if ((y + b) > (a * i6) && (x + x) > (i6 - x))
            if x != -1
                y = y % 1009
                z = (y * (() -> z)()) % 1009
                z = b % 1009
            else
                x = 1 % 1009
                x = y % 1009
            end
            y = (i6 - (b * z)) % 1009
            if i6 == (-1 > (a * z) ? y : z)
                y = 3 % 1009
            else
                z = i6 % 1009
                z = b % 1009
            end
            while (b < ((() -> i6)() <= (x + y) ? y : i6) || (y - z) < b)
                (fuel[] -= 1) < 0 && return :fuel
                z = ((z * i6) + (a + x)) % 1009
                y = ((z - x) - z) % 1009
                z = a % 1009
            end
        end
        if a > i6
            if (() -> y)() < i6
                y = b % 1009
                x = z % 1009
            end
            while ((i6 - a) < (y * x) ? i6 : x) > 2
                (fuel[] -= 1) < 0 && return :fuel
                y = ((i6 - i6) * (() -> i6)()) % 1009
            end
            -1 != a && break
            if ((z + i6) == (z - x) || (a - a) <= i6)
                x = ((() -> b)() + (-1 == z ? z : y)) % 1009
                x = 0 % 1009
            elseif (i6 <= x || (x * i6) > x)
                y = -1 % 1009
                x = y % 1009
                x = (1 * x) % 1009
            end
        elseif (a - i6) <= (y + x)
            push!(log, a)
        else
            z = (-2 < 3 ? (b - a) : (a * i6)) % 1009
            ((y * a) != i6 || i6 == 2) && continue
            x = a % 1009
        end
    end
    z
end
function f15(a, b, log, fuel)
    x = 3
    y = 3
    z = 3
    push!(log, (a * a))
    y = x % 1009
    if a < -2
        z = ((y + x) - (z + x)) % 1009
        x = ((y + y) * (a + y)) % 1009
        while (a != (y < b ? y : z) && (z * a) == -1)
            (fuel[] -= 1) < 0 && return :fuel
            z = (y + (z - b)) % 1009
            z = a % 1009
            z = ((-1 < 3 ? a : z) - -1) % 1009
            if 1 <= (() -> y)()
                y = z % 1009
                x = b % 1009
            else
                y = 0 % 1009
                y = (-1 - (x * x)) % 1009
                y = ((b - b) + -1) % 1009
                y = (1 > z ? 2 : a) % 1009
            end
        end
        push!(log, a)
    elseif (z != (((b * a) < ((b + y) < (y * x) ? x : a) && a < (z - y)) ? y : y) && (a * a) != (() -> z)())
        if 2 <= (() -> x)()
            if y <= (a * b)
                z = ((b + b) - (y - a)) % 1009
            elseif y < y
                x = x % 1009
            else
                z = x % 1009
            end
            z += (y * a)
        else
            y = x % 1009
            if (a * z) > (x * a)
                z = y % 1009
                x = (z == (a - x) ? (z * a) : y) % 1009
            else
                x = (((a < a ? x : x) == (y - b) ? b : x) - 4) % 1009
                y = (4 * x) % 1009
            end
            for i1 in 1:4
                (fuel[] -= 1) < 0 && return :fuel
                z = 3 % 1009
                x = z % 1009
            end
        end
        (b - y) > (b * x) && return (z * y)
        if (b - y) < b
            x = ((x * z) * 4) % 1009
            g2 = q -> (y = q + (x - z); y)
            push!(log, g2(2))
        elseif x < (((b + x) != -2 || ((b > z ? a : b) > (((y * a) == b || 3 == y) ? x : y) ? y : z) != ((x != z && (b - b) == z) ? y : b)) ? y : y)
            z = 0 % 1009
        else
            if (b > 4 || a != b)
                x = ((() -> b)() - x) % 1009
                z = 0 % 1009
                z = a % 1009
            end
            for i3 in [1, 2], i4 in 1:i3
                (fuel[] -= 1) < 0 && return :fuel
                x = (((3 > (i4 * x) && (y - y) == (i4 == x ? a : y)) ? y : i4) + 4) % 1009
            end
        end
    else
        let y = (a * y)
            z += b
            y > (b + x) && return (z + y)
            if z != y
                x = y % 1009
                y = b % 1009
                x = ((x - z) + x) % 1009
            end
        end
        if (x * z) < (z + y)
            try
                x = ((x <= (z + x) || y > ((x * b) != (() -> a)() ? b : z)) ? y : y) % 1009
                z = a % 1009
                b != (x - a) && error("e")
            catch
                y = ((b * b) * (() -> y)()) % 1009
                z = ((z - b) + (y * a)) % 1009
            finally
                push!(log, 0)
            end
            while (b - y) == (y - a)
                (fuel[] -= 1) < 0 && return :fuel
                y = b % 1009
                z = (3 == (x - b) ? a : -1) % 1009
            end
        elseif (y <= (a - z) && (x * y) == 2)
            for i5 in 2:-1:1, i6 in 1:i5
                (fuel[] -= 1) < 0 && return :fuel
                x = y % 1009
                y = ((y - z) + 3) % 1009
                z = i6 % 1009
            end
        else
            if (1 != b || (x - y) != x)
                y = b % 1009
                y = 0 % 1009
                x = 1 % 1009
                x = b % 1009
            end
            if (x - a) < -1
                z = a % 1009
                y = 0 % 1009
            end
        end
        while (x - y) == (y * y)
            (fuel[] -= 1) < 0 && return :fuel
            for i7 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = a % 1009
                y = 3 % 1009
                x = -2 % 1009
            end
            try
                y = (x + 1) % 1009
                z = ((z - b) <= (z + b) ? (b * b) : a) % 1009
                x = y % 1009
                y = (b - (y - x)) % 1009
                y != a && error("e")
            catch
                x = ((y - y) < -2 ? ((b + y) != (b * y) ? y : x) : (y * x)) % 1009
            end
            for i8 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = b % 1009
                x = i8 % 1009
                y = i8 % 1009
            end
        end
    end
    while a <= (x + x)
        (fuel[] -= 1) < 0 && return :fuel
        z = ((b - b) + (z * b)) % 1009
        if (z - a) != a
            for i9 in 3:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                z = y % 1009
                x = 3 % 1009
                x = ((b - b) - z) % 1009
            end
            a < (x - x) && return a
            for i10 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = ((y - a) <= a ? (a - i10) : (a * z)) % 1009
            end
        else
            for i11 in (3, 1, 2)
                (fuel[] -= 1) < 0 && return :fuel
                y = (() -> ((() -> b)() <= z ? x : i11))() % 1009
                x = ((z * a) * (y + b)) % 1009
                x = (0 + b) % 1009
                z = a % 1009
            end
        end
        if ((a + y) != (3 != 3 ? x : a) && ((() -> z)() < b ? y : x) <= ((b * y) <= (a + z) ? b : z))
            try
                z = x % 1009
                (a * x) > z && error("e")
            catch
                x = (() -> (a + y))() % 1009
            end
        elseif (y - y) > (b - b)
            x -= (x + b)
            x = (-2 - (y * a)) % 1009
            z += a
        end
        push!(log, b)
    end
    y = a % 1009
    (a + z)
end
function f16(a, b, log, fuel)
    x = 0
    y = 3
    g1 = q -> (x = q + 2; x)
    push!(log, g1(0))
    push!(log, ((z < 2 && (y - a) <= b) ? a : z))
    try
        if (a > (() -> b)() && (a + x) > (y + z))
            y = (z * (b + z)) % 1009
            x += (y + b)
        elseif (a * x) < (b + z)
            if y <= (b - a)
                y = ((b - b) - (b - z)) % 1009
                y = (b * b) % 1009
            end
            if b > 0
                x = 0 % 1009
                x = a % 1009
                x = ((a <= (y * z) ? z : a) - (((z + a) != (b + y) || (a - x) > b) ? b : x)) % 1009
                x = a % 1009
            elseif (y * x) != (b - x)
                y = ((y > (() -> b)() ? y : a) - 4) % 1009
                z = (() -> b)() % 1009
            else
                y = z % 1009
                x = (b + ((z + b) < (x * b) ? a : a)) % 1009
            end
            for i2 in 3:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                x = (2 + z) % 1009
                y = x % 1009
                x = ((y + x) * -1) % 1009
                x = (b * 1) % 1009
            end
        end
        (y * z) < z && error("e")
    catch
        y = b % 1009
        while x <= y
            (fuel[] -= 1) < 0 && return :fuel
            x = y % 1009
            for i3 in 1:4
                (fuel[] -= 1) < 0 && return :fuel
                x = ((() -> y)() - i3) % 1009
            end
            (((a * x) <= x ? b : z) > ((z == 0 || ((z * x) != (z - y) ? z : a) > (x - b)) ? x : x) && y < b) || continue
        end
        for i4 in 4:-1:1
            (fuel[] -= 1) < 0 && return :fuel
            push!(log, x)
            x = ((-1 != (y * x) ? b : a) * (x * z)) % 1009
            x += x
        end
    end
    for i5 in [1, 0]
        (fuel[] -= 1) < 0 && return :fuel
        while (() -> z)() > (a * z)
            (fuel[] -= 1) < 0 && return :fuel
            let x = (y * b)
                z = -2 % 1009
                x = 4 % 1009
            end
        end
        x = (((y * i5) > (a * a) ? x : z) + (i5 * b)) % 1009
        if 4 <= z
            y = i5 % 1009
            if (i5 * y) != (b + z)
                z = (1 + b) % 1009
            elseif (i5 != z && a < -1)
                x = (() -> (3 > (i5 * x) ? y : y))() % 1009
                y = (((-1 <= (x <= i5 ? i5 : z) && (() -> z)() <= i5) ? a : x) * ((i5 - b) > (((b * y) < b && (b * x) != y) ? a : a) ? z : x)) % 1009
                y = 3 % 1009
                x = (() -> (a * b))() % 1009
            end
        end
        3 <= a && return z
    end
    (x * x)
end
function f17(a, b, log, fuel)
    x = 2
    y = 1
    z = 2
    push!(log, 0)
    while ((z * b) <= a && x == b)
        (fuel[] -= 1) < 0 && return :fuel
        if ((y - a) != (z + z) && (a - b) > (y + y))
            for i1 in 1:3
                (fuel[] -= 1) < 0 && return :fuel
                z = (x + -2) % 1009
                x = i1 % 1009
                z = ((z * z) * ((() -> z)() != 4 ? b : z)) % 1009
                y = ((i1 != a ? b : x) * (a - a)) % 1009
            end
            y = (y * y) % 1009
        elseif ((y + y) <= z || ((x + b) == 1 ? z : z) > (z * z))
            while (x * y) < -1
                (fuel[] -= 1) < 0 && return :fuel
                x = (x + (a * b)) % 1009
                x = (2 + (a + x)) % 1009
            end
            g2 = q -> (y = q + a; y)
            push!(log, g2(3))
            if a != (a - y)
                z = ((y * a) - (y + b)) % 1009
                z = ((x != b || (() -> z)() <= x) ? y : y) % 1009
                z = ((z * a) * (x * z)) % 1009
            else
                x = ((a - y) * -2) % 1009
                x = b % 1009
                z = 2 % 1009
                y = (((b - y) > (y + b) && ((a + z) < (() -> z)() ? x : y) <= 4) ? (a != (b + b) ? a : b) : (z + a)) % 1009
            end
            y = (() -> z)() % 1009
        end
        if y != b
            a > y || break
        end
        push!(log, 2)
        z = ((((z == x ? b : y) == b || x > (a + b)) ? b : b) - y) % 1009
    end
    y = x % 1009
    push!(log, z)
    (z - b)
end
function f18(a, b, log, fuel)
    x = 0
    y = 1
    z = 2
    g1 = q -> (z = q + (b * a); z)
    push!(log, g1(1))
    try
        if 4 < (b + b)
            if z == 0
                x = ((b - x) == ((y != 1 && y == x) ? b : b) ? ((z + x) != -1 ? z : a) : (x * a)) % 1009
                z = a % 1009
            end
            y = ((b * z) - y) % 1009
        elseif (x * a) == (y < (() -> z)() ? z : a)
            while (y + x) == (y * y)
                (fuel[] -= 1) < 0 && return :fuel
                x = ((b * a) + 4) % 1009
                x = 2 % 1009
                x = x % 1009
            end
        end
        if (y + a) == (() -> y)()
            if (-1 > y || (b * y) > z)
                x = (b + (() -> z)()) % 1009
                x = ((a * z) * (b * z)) % 1009
                y = (() -> x)() % 1009
                x = 3 % 1009
            end
            y -= x
        elseif b <= (z == (x - y) ? y : x)
            z = (((b + z) == (x * x) ? y : a) * ((y < y || (z + z) == x) ? b : y)) % 1009
            x = 2 % 1009
        else
            for i2 in 1:1
                (fuel[] -= 1) < 0 && return :fuel
                x = a % 1009
                x = x % 1009
                x = 0 % 1009
            end
            for i3 in [1, 1]
                (fuel[] -= 1) < 0 && return :fuel
                z = ((b * b) - a) % 1009
                z = ((b - i3) * (i3 * a)) % 1009
                y = (i3 * 2) % 1009
            end
        end
        z = b % 1009
        push!(log, ((1 > 0 && b < (((a != b || (b + x) < y) ? z : z) <= (a * b) ? x : b)) ? y : y))
        (a * z) == (0 != (a * a) ? y : b) && error("e")
    catch
        x = -2 % 1009
    end
    (a + z) > 1 && return y
    if (y < 1 || (b < (x * a) ? z : a) > 4)
        y = b % 1009
        push!(log, 1)
        if (z + a) < x
            x += (b * b)
            y = x % 1009
            while (-1 != (a + b) || b == y)
                (fuel[] -= 1) < 0 && return :fuel
                z = -2 % 1009
                z = -1 % 1009
            end
            if x < b
                z = 4 % 1009
                y = z % 1009
                x = y % 1009
                y = ((b * y) - (() -> y)()) % 1009
            else
                z = a % 1009
                y = (() -> (b - a))() % 1009
            end
        end
        y = (b - (((y + b) != (z + b) || a == (y + z)) ? z : x)) % 1009
    elseif ((b != (a * a) ? z : a) < (() -> x)() && y == (b + z))
        x = ((a * y) - a) % 1009
    end
    if 1 <= a
        for i4 in 3:-1:1
            (fuel[] -= 1) < 0 && return :fuel
            x = i4 % 1009
            for i5 in [1, 1]
                (fuel[] -= 1) < 0 && return :fuel
                x = -2 % 1009
                x = i4 % 1009
            end
            x += 0
        end
        for i6 in (3, 1, 2)
            (fuel[] -= 1) < 0 && return :fuel
            ((i6 * i6) == i6 || (x * a) > (() -> a)()) && continue
            for i7 in 4:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                y = (z + x) % 1009
                x = ((y * i7) + (() -> a)()) % 1009
                z = b % 1009
            end
        end
        z = x % 1009
    end
    if (x - b) <= -1
        y = (() -> (() -> x)())() % 1009
        if ((x * a) > y && 2 == (b * b))
            y = (((x < (b + x) ? a : x) > (a - a) ? b : x) - z) % 1009
        end
    end
    (() -> x)()
end
function f19(a, b, log, fuel)
    x = 2
    if (x * b) <= y
        x = b % 1009
        if (z * z) != y
            y = y % 1009
            z = x % 1009
            y = ((z * y) * x) % 1009
            (y - x) > 0 && return (y * z)
        else
            z += (a - x)
            0 < -2 && return 2
        end
        z = ((b + b) * (b + a)) % 1009
        z = (-2 * y) % 1009
    end
    g1 = q -> (z = q + (a - a); z)
    push!(log, g1(3))
    if (a * b) <= 1
        push!(log, 3)
        push!(log, x)
        z = (b - (z + a)) % 1009
    end
    for i2 in 1:3
        (fuel[] -= 1) < 0 && return :fuel
        x = b % 1009
    end
    z = ((x + a) * ((a > (-1 <= (x - b) ? z : a) && (x + x) < (y + x)) ? x : y)) % 1009
    b
end
function f20(a, b, log, fuel)
    x = 3
    y = 0
    z = 2
    for i1 in 3:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        if (y + i1) > (a + z)
            while (a == x || (y - z) == y)
                (fuel[] -= 1) < 0 && return :fuel
                z = i1 % 1009
            end
            y = y % 1009
            b <= -2 && return z
        else
            for i2 in 1:2, i3 in 1:i2
                (fuel[] -= 1) < 0 && return :fuel
                y = 3 % 1009
                y = 3 % 1009
            end
            if (a < 2 && (z + x) != (a == a ? y : b))
                y = 2 % 1009
                y = -1 % 1009
                y = ((b - y) <= (x * b) ? b : x) % 1009
            elseif x <= (a + a)
                y = (() -> a)() % 1009
            end
            while y != (y + z)
                (fuel[] -= 1) < 0 && return :fuel
                x = x % 1009
                y = (a + (b - i1)) % 1009
                y = (b - (((z * y) != -2 || z > x) ? a : i1)) % 1009
                y = ((a + i1) * b) % 1009
            end
        end
        for i4 in (3, 1, 2)
            (fuel[] -= 1) < 0 && return :fuel
            for i5 in 1:2
                (fuel[] -= 1) < 0 && return :fuel
                y = -1 % 1009
                y = (2 - 2) % 1009
                y = (((i1 != (((4 < (i1 - y) || i1 > z) ? b : i5) == (i5 + i5) ? i5 : a) ? i5 : y) < a && 0 > a) ? (z + a) : (z <= (a + i1) ? x : i1)) % 1009
                x = y % 1009
            end
            (i1 > (z - i4) && (a - a) < (a * x)) || break
            while (x - y) != y
                (fuel[] -= 1) < 0 && return :fuel
                x = y % 1009
                z = (i4 + (y - i1)) % 1009
            end
        end
    end
    for i6 in 1:4, i7 in 1:i6
        (fuel[] -= 1) < 0 && return :fuel
        ((i7 - b) > (i6 * z) && 0 != -2) || continue
        while y < (i6 * i7)
            (fuel[] -= 1) < 0 && return :fuel
            x = (i7 <= x ? (x - a) : y) % 1009
            ((i6 - z) <= (i6 - y) || -1 <= (i6 * z)) && continue
            if z <= y
                x = 1 % 1009
                y = x % 1009
                x = z % 1009
            end
            i6 == (a + b) && return i7
        end
    end
    for i8 in 1:4
        (fuel[] -= 1) < 0 && return :fuel
        push!(log, y)
    end
    y = a % 1009
    (b - a)
end
function f21(a, b, log, fuel)
    x = 2
    y = 1
    z = 2
    push!(log, (z - a))
    y = a % 1009
    x = x % 1009
    z = (a * z) % 1009
    1
end
function f22(a, b, log, fuel)
    x = 3
    z = 2
    g1 = q -> (x = q + y; x)
    push!(log, g1(1))
    for i2 in 3:-1:1
        (fuel[] -= 1) < 0 && return :fuel
        (1 == (z - i2) && (a - x) == (() -> a)()) || continue
    end
    x -= z
    for i3 in 1:3
        (fuel[] -= 1) < 0 && return :fuel
        if z == z
            y = ((b - i3) * (b * x)) % 1009
        elseif (a > x || ((1 < ((() -> b)() != (b * z) ? i3 : x) && -1 != (i3 * x)) ? b : b) != (a * x))
            x += (i3 + y)
            (b + i3) == (a + y) && continue
            y = (y - i3) % 1009
        end
        while y < (y + z)
            (fuel[] -= 1) < 0 && return :fuel
            while (z - b) <= (a - a)
                (fuel[] -= 1) < 0 && return :fuel
                x = 0 % 1009
                z = 1 % 1009
                z = ((y - x) + b) % 1009
            end
        end
    end
    if 0 != (z - a)
        y -= (y < b ? y : a)
        push!(log, x)
    end
    (b > a ? a : a)
end
function f23(a, b, log, fuel)
    x = 2
    y = 3
    z = 2
    z -= (b - z)
    y = ((z + a) + y) % 1009
    z = x % 1009
    x = z % 1009
    y += (y + a)
    x = -1 % 1009
    (z - z)
end
function f24(a, b, log, fuel)
    x = 1
    y = 2
    z = 0
    if (0 < (x - a) && (z - a) < (y + z))
        x = ((y < z && b <= a) ? (b * z) : (b * a)) % 1009
        for i1 in (3, 1, 2), i2 in 1:i1
            (fuel[] -= 1) < 0 && return :fuel
            if (3 != (b + i2) ? z : b) == i2
                z = x % 1009
            else
                y = ((a + x) + z) % 1009
            end
        end
        if a > a
            for i3 in [1, 0]
                (fuel[] -= 1) < 0 && return :fuel
                z = ((b * x) * y) % 1009
                y = a % 1009
                y = (i3 - (((a + b) <= (y * b) || (z + x) > (4 <= (i3 * z) ? i3 : b)) ? x : x)) % 1009
                x = (((i3 != (a - b) && z < a) ? a : x) * y) % 1009
            end
        end
    else
        if ((((x > (x - x) && 4 == (a + y)) ? z : x) <= a ? x : x) <= ((z <= ((x * a) <= (x - y) ? a : a) ? b : x) < (z * z) ? y : y) ? a : z) <= z
            if (z - b) > z
                z = (b * y) % 1009
            end
        end
        push!(log, (x * b))
    end
    while x < -1
        (fuel[] -= 1) < 0 && return :fuel
        y = 1 % 1009
    end
    for i4 in 2:-1:1, i5 in 1:i4
        (fuel[] -= 1) < 0 && return :fuel
        push!(log, y)
        try
            i4 < -1 || continue
            push!(log, -2)
            (i4 == (i5 + i4) || i4 > z) && error("e")
        catch
            3 > ((i5 == (a * a) && z <= (x - i4)) ? i5 : z) || continue
            x = ((a * b) * b) % 1009
        finally
            push!(log, 0)
        end
        x -= i4
        for i6 in (3, 1, 2)
            (fuel[] -= 1) < 0 && return :fuel
            if i6 == (() -> i4)()
                z = i6 % 1009
            end
        end
    end
    x = 0 % 1009
    if (y * a) != (() -> y)()
        if (() -> x)() != 0
            while (y - x) <= (z + b)
                (fuel[] -= 1) < 0 && return :fuel
                y = 2 % 1009
                x = ((y == a || (a + b) != 1) ? ((z < (x + y) || (a - z) != b) ? x : z) : (y + a)) % 1009
                y = (((b * y) <= x ? y : b) - -2) % 1009
                x = z % 1009
            end
            z < (z - y) && return (z * z)
            z = (b * (x - b)) % 1009
        elseif (y < a && x != z)
            if -1 <= y
                x = 2 % 1009
                x = -1 % 1009
                x = 1 % 1009
                y = (((((x - a) > ((3 == 2 && (b - y) == (x + x)) ? y : a) && (() -> b)() <= (a + z)) ? y : y) != x ? x : z) < y ? -1 : (z + y)) % 1009
            else
                z = 1 % 1009
            end
            g7 = q -> (z = q + b; z)
            push!(log, g7(1))
            push!(log, y)
            y = 3 % 1009
        else
            if (y != x ? y : b) < 3
                x = (y - (b - x)) % 1009
                z = (4 - ((b > (a - b) && (y + y) <= x) ? a : z)) % 1009
            end
            z -= (y == a ? x : y)
            z = y % 1009
        end
        while b > (x * x)
            (fuel[] -= 1) < 0 && return :fuel
            y = (z == (((b + a) != (b * b) && 3 <= 3) ? x : a) ? (z + a) : (b + z)) % 1009
        end
    else
        if (a - x) != a
            y = z % 1009
            for i8 in 3:-1:1
                (fuel[] -= 1) < 0 && return :fuel
                y = 4 % 1009
            end
        else
            g9 = q -> (y = q + (3 != a ? x : a); y)
            push!(log, g9(1))
            if (x - y) < a
                x = z % 1009
                x = (0 * ((z * y) > y ? z : z)) % 1009
                z = (-1 * -2) % 1009
                x = (() -> 0)() % 1009
            end
            y = 1 % 1009
            y = 2 % 1009
        end
        z = 1 % 1009
        x = 3 % 1009
    end
    (y - b)
end
const FS = [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24]
for (k, f) in enumerate(FS), (a, b) in ((0, 1), (2, -1), (3, 2))
    log = Any[]
    r = try
        f(a, b, log, Ref(60))
    catch e
        sprint(showerror, e)
    end
    println(k - 1, " ", a, " ", r, " ", log)
end

